-- Macros for changes against a budget that the prose names.

-- 决算数比预算数增减 N: the change is value − budget, where a statement gives all three
create or replace macro budget_change(sections) as table
with changed as (
    select change.*, value.claim_id as value_id, value.amount as value_amount, value.half as value_half,
        budget.claim_id as budget_id, budget.amount as budget_amount, budget.half as budget_half
    from checks.told as change
    join checks.told as value
        on value.report_id = change.report_id and value.statement = change.statement and value.subject = change.subject and value.role = 'value'
    join checks.told as budget
        on budget.report_id = change.report_id and budget.statement = change.statement and budget.subject = change.subject and budget.role = 'budget'
        and budget.base = map_extract_value(map {'initial_budget': 'initial', 'annual_budget': 'annual', 'budget': 'unstated'}, change.base)
    where change.role = 'change' and list_contains(sections, change.section) and change.direction in ('up', 'down', 'above', 'below')
    qualify row_number() over (partition by change.claim_id order by value.place desc, budget.place desc) = 1
)
select report_id, 'change ' || place as instance, code, 'total' as side, if(direction in ('down', 'below'), -1, 1) as weight, claim_id as amount_id, amount as value_yuan, half as half_ulp_yuan
from changed
union all
select report_id, 'change ' || place, code, 'part', 1, value_id, value_amount, value_half from changed
union all
select report_id, 'change ' || place, code, 'part', -1, budget_id, budget_amount, budget_half from changed;

-- reports whose prose speaks of every class of T5, or that have no T5 to tell
create or replace macro structured() as table
select told.report_id
from checks.told as told
where told.section = 'general_structure' and told.subject = 'function' and told.role = 'value' and len(told.code) = 3
group by told.report_id
having count(*) = count(distinct told.code) and count(distinct told.code) >= (
    select count(distinct cell.code) from checks.cell as cell
    where cell.report_id = told.report_id and cell.form = 'T5' and cell.column_key = 'total' and len(cell.code) = 3 and cell.value_yuan != 0
);

-- items one of whose amounts is the whole row of T5: said again, not for another unit
create or replace macro said_whole() as table
select told.report_id, told.code
from checks.told as told
join checks.cell as cell on cell.report_id = told.report_id and cell.form = 'T5' and cell.column_key = 'total' and cell.code = told.code
where told.section = 'general_items' and told.subject = 'function' and told.role = 'value'
    and abs(told.amount - cell.value_yuan) <= told.half + cell.half_ulp_yuan;
