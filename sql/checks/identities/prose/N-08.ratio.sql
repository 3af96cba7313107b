from growth_of(['initial_budget', 'annual_budget', 'budget'])
where amount_ids[1] in (select claim_id from checks.prose_claim where section = 'general_items')
union all
from completion_of(['general_items'], ['unstated'])
