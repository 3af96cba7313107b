select unit_name, fiscal_year, division, division_name, spent_yuan, share_percent
from questions.cofog
where scope = '全部资金' and share_percent >= 5
order by division, fiscal_year, unit_name
