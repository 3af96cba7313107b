select fiscal_year, class_name, sum(spent_yuan) as spent_yuan
from questions.spending_by_function
where unit_name = '苏州市姑苏区样本文化和旅游局' and scope = '全部资金'
group by all
order by all
