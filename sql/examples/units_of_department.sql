select department, fiscal_year, unit_name, published, page
from questions.units_of_department
where fiscal_year = 2023
order by department, page nulls first, unit_name
