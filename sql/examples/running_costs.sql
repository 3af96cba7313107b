select unit_name, fiscal_year, running_yuan, public_yuan, last_year_yuan, growth_percent, page
from questions.running_costs
order by unit_name, fiscal_year
