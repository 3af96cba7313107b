select scope, function_code, function_name, budget_yuan, final_yuan, is_comparable, reason
from questions.budget_against_final
where unit_name = '上海市静安区样本科学技术协会' and scope = '一般公共预算'
order by function_code
limit 6
