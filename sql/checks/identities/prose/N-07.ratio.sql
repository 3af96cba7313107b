from share_of(['general_structure'], 'general_budget')
union all
from share_of_listed_amounts('general_structure')
