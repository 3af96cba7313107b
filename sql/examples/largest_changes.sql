select unit_name, against, item, change_yuan, growth_percent, reason, page
from questions.largest_changes
where place <= 3 and fiscal_year = 2023
order by unit_name, against, place, page
