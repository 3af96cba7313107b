-- Macros for the three public expenses, of a final account (T7) and of a budget (P7), and for what else 机构运行信息表 (T7) holds.

-- their total against its parts, in each instance of a table or CTE, named in quotes, with columns report_id, instance, item (total, abroad …)
-- and those of a cell; 用车小计 (vehicles) stands for its two parts, which count themselves where it is blank
create or replace macro public_sum(printed) as table
select report_id, instance, null::varchar as code, if(item = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from (
    select *, coalesce(bool_or(item = 'vehicles' and (value_yuan is not null or in_doubt)) over (partition by report_id, instance), false) as has_subtotal
    from query_table(printed)
)
where item not in if(has_subtotal, ['purchase', 'running'], ['vehicles']);

-- money of the year and counts that 机构运行信息表 prints, by item; counts are exact and have no row
create or replace macro operation() as table
select report_id, row, item, amount_id, value_yuan, half_step_yuan from checks.public_expense where phase = 'final'
union all
select report_id, null, item, amount_id, count, 0 from checks.printed_count;

-- changes of amounts that the prose of a final account tells; what is as it was has changed by nothing, and has no amount
create or replace macro changes_said() as table
select
    report_id, section, subject, code, direction, base, sentence, statement, place, if(role = 'direction', null, claim_id) as claim_id, if(direction in ('down', 'below'), -1, 1) as weight,
    if(role = 'direction', 0, amount) as amount, if(role = 'direction', 0, half) as half
from checks.prose_claim
where role = 'change' and direction in ('up', 'down', 'above', 'below', 'same') or role = 'direction' and direction in ('same', 'equal');

-- changes of the three public expenses against those of all three, where each is told: against last year, and against each budget they are compared with
create or replace macro changes_of_visits() as table
with visits as (
    select * from changes_said()
    where section = 'three_public' and subject in ('three_public', 'abroad', 'vehicles', 'reception')
        and base in ('prior_year', 'budget', 'initial_budget', 'annual_budget')
    qualify row_number() over (partition by report_id, base, subject order by place) = 1
)
select distinct -- what is as it was has no amount, and is one term however many are
    report_id, if(base = 'prior_year', '', base) as instance, null::varchar as code, if(subject = 'three_public', 'total', 'part') as side, weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from visits
qualify count(*) over (partition by report_id, base) = 4;
