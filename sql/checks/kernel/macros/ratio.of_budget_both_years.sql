-- Macro for rates that the prose of a budget prints behind the amounts of both years (family P)

-- rates of the amount and of that of the year before, both printed without the change between them; is_turned: the words are wrong, and no number is (PN-23)
create or replace macro budget_rates_of_years() as table
select
    growth.report_id, growth.place, growth.code, growth.claim_id as growth_id, if(growth.direction = 'down', -1, 1) as sign, value.claim_id as value_id, value.amount,
    earlier.claim_id as prior_id, earlier.amount as prior, abs(value.amount - earlier.amount) > value.half + earlier.half and sign(value.amount - earlier.amount) = -if(growth.direction = 'down', -1, 1)
    and abs(growth.amount * earlier.amount - 100 * abs(value.amount - earlier.amount)) <= growth.half * earlier.amount + (100 + growth.amount) * (value.half + earlier.half) as is_turned
from checks.budget_claim as growth
join checks.budget_claim as earlier
    on earlier.report_id = growth.report_id and earlier.sentence = growth.sentence and earlier.subject = growth.subject and earlier.code is not distinct from growth.code
    and earlier.role = 'prior' and earlier.base = growth.base and earlier.place < growth.place
join checks.budget_claim as value
    on value.report_id = growth.report_id and value.statement = growth.statement and value.subject = growth.subject and value.code is not distinct from growth.code
    and value.role = 'value' and value.place < growth.place
where growth.role = 'growth' and growth.direction in ('up', 'down') and earlier.amount > 0 and (growth.report_id, growth.statement) not in (select (report_id, statement) from checks.budget_change)
qualify count(*) over (partition by growth.claim_id) = 1;
