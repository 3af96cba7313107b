select unit_name, fiscal_year, spent_yuan, basic_yuan, project_yuan, basic_percent, page
from questions.basic_and_project
where scope = '全部资金'
order by unit_name, fiscal_year
