-- Macros for lists below a total in the prose of a budget that has no forms beside it (family P).

-- what a total may be listed by: kind of list
create or replace macro budget_lists() as table
select whole, kind
from (select unnest(['expenditure_grand_total', 'expenditure_total', 'general_budget', 'grand_total']) as whole), (select unnest(['nature', 'class', 'economic']) as kind)
union all
values ('income_grand_total', 'source'), ('fiscal_grand_total', 'class'), ('basic', 'person'), ('basic', 'class'), ('basic', 'economic'), ('project', 'economic'), ('three_public', 'cost');

-- whether two digits that stand side by side, put the other way round, change an amount by so much; all in 元. What rounding may make of it counts only where
-- the change is far above it, and whole 万元 never do: what a list leaves out is too often such a change
create or replace macro swapped_by(amount, half_step, lacking, bound) as len(list_filter(
    range(0, 14),
    lambda k: 10 ** k >= 200 * half_step - 0.5 and floor(amount * 100 / 10 ** k) % 10 != floor(amount * 100 / 10 ** (k + 1)) % 10
        and abs(9 * 10 ** k * (floor(amount * 100 / 10 ** k) % 10 - floor(amount * 100 / 10 ** (k + 1)) % 10) - 100 * lacking)
            <= if(9 * 10 ** k >= 2000 * bound, 100 * bound, if(half_step < 5000, 0.01, -1))
)) > 0;

-- amounts of budgets without forms, with the kind of list that each may stand in; a cost of vehicles is one part, told in one or in two
create or replace macro budget_claims_alone() as table
select
    claim.* replace (if(claim.value_yuan = 0, least(claim.half_step_yuan, 0.5), claim.half_step_yuan) as half_step_yuan), case -- 0万元 is no rounded amount
        when claim.subject = 'function' and len(claim.code) = 3 then 'class'
        when claim.subject = 'household' or claim.subject = 'economic' and len(claim.code) = 3 then 'economic'
        when claim.subject in ('basic', 'project') and claim.code is null then 'nature'
        when claim.subject in ('personnel', 'public') then 'person'
        when claim.subject in ('abroad', 'vehicles', 'purchase', 'running', 'reception') then 'cost'
        when claim.subject in (select part from budget_kin() where whole = 'income_grand_total') then 'source'
    end as kind
from budget_claims() as claim
join checks.form_status as status on status.report_id = claim.report_id and status.form = 'P1' and status.status = 'no tables'
where claim.section in ('overall', 'income', 'expenditure', 'fiscal_overall', 'general_budget', 'basic', 'three_public');
