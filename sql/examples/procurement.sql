select unit_name, fiscal_year, procured_yuan, small_firms_yuan, small_firms_percent, stated_percent, page
from questions.procurement
order by small_firms_percent desc
