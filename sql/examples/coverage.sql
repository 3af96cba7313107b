select unit_name, fiscal_year, status, empty_forms, missing_forms
from questions.coverage
where department is null
order by region_code nulls last, unit_name, fiscal_year
