select unit_name, fiscal_year, kind, numbers, judged, judged_percent, explained_percent, places
from questions.judged_share
order by judged_percent, unit_name, fiscal_year, kind
