select unit_name, fiscal_year, item, spent_yuan, region_name, count, count_year, per_one_yuan
from questions.per_head
where measure = '居民' and item in ('本年支出合计', '“三公”经费')
order by per_one_yuan desc
