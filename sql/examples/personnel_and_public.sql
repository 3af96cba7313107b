select unit_name, fiscal_year, kind, sum(spent_yuan) as spent_yuan, round(sum(share_percent), 1) as share_percent
from questions.personnel_and_public
group by all
order by all
