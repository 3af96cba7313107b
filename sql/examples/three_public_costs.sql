select unit_name, fiscal_year, item, spent_yuan, count, measure, per_one_yuan, stated_yuan, count_page
from questions.three_public_costs
where measure in ('辆', '人次') and count > 0
order by item, per_one_yuan desc
