select origin, item, phase, budget_yuan, final_yuan, completion_percent, stated_percent, reason, page
from questions.budget_completion
where unit_name = '上海市静安区样本科学技术协会' and completion_percent not between 99.99 and 100.01
order by page, address, phase
