select unit_name, fiscal_year, numbers, judged, judged_percent, places
from questions.judged_share
