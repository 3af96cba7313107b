select * from completion_of(['general_budget', 'general_structure', 'general_items', 'fiscal_overall', 'government_fund', 'state_capital', 'expenditure'], ['initial', 'annual'])
where amount_ids[1] not in (select claim_id from reading.claim where fitted is not null and fitted != base)
union all
from completion_of(['running_costs'], ['initial', 'annual', 'unstated'])
