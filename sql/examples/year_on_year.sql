select item_code, item, this_year_yuan, last_year_yuan, restated_yuan, restatement_yuan, change_yuan, growth_percent
from questions.year_on_year
where unit_name = '苏州市姑苏区样本文化和旅游局' and scope = '全部资金'
order by abs(change_yuan) desc
limit 5
