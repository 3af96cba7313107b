-- Macros for the expenditure side of the balances of budgets (P1, P4), family P.

-- the panels of a balance that say what the money is for, column by column: its class or nature rows and its totals, split by nature where it is
create or replace macro budget_uses(f) as table
select *, concat_ws(' ', form, panel, column_key) as place
from checks.form_amount
where form = f and panel != 'left' and column_key in (
    'amount', 'total', 'general_budget', 'government_fund', 'state_capital', 'within_basic', 'within_personnel', 'within_public', 'within_project'
);

-- 本年支出合计 of each panel and column against the rows above it; panels in whose rows other levels are mixed are not summed
create or replace macro budget_uses_add_up(f) as table
with term as (
    select report_id, place as instance, null as code, if(line = 'expenditure_total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from budget_uses(f)
    where not is_repeat and line in ('expenditure_total', 'class', 'basic', 'project', 'reserve', 'business_expenditure', 'remitted', 'subsidy', 'within_economic')
    window panel as (partition by report_id, place)
    qualify not bool_or(line = 'within_economic') over panel and (line in ('expenditure_total', 'class') or not bool_or(line = 'class') over panel
        or line in ('remitted', 'subsidy') and abs(sum(case when line = 'expenditure_total' then value_yuan when line in ('class', 'remitted', 'subsidy') then -value_yuan end) over panel)
        <= sum(half_step_yuan) over panel) -- 上缴上级, 对附属单位补助 below the classes are beside them where they make up the total with them (广东)
),
lacking as (
    select report_id, instance, sum(if(side = 'total', value_yuan, -value_yuan)) as residual, sum(half_step_yuan) filter (value_yuan is not null) as bound
    from term
    group by report_id, instance
    having residual > bound
),
unread as ( -- a class whose name is not known is what lacks
    select distinct lacking.report_id, lacking.instance
    from lacking
    join reading.amount as held on held.report_id = lacking.report_id and concat_ws(' ', held.form, held.panel, held.column_key) = lacking.instance
    where held.form = f and held.is_held and held.line is null and held.mark = 'number'
    qualify abs(residual - held.value_yuan) <= bound or abs(residual - sum(held.value_yuan) over (partition by lacking.report_id, lacking.instance)) <= bound
)
select term.*, case when unread.instance is not null then 'reading in doubt: ' || f when lacking.instance is not null and withheld.report_id is not null then 'rows withheld' end as hindrance
from term
left join lacking using (report_id, instance)
left join unread using (report_id, instance)
left join (from budget_withheld()) as withheld using (report_id);

-- 支出总计 of each panel and column against 本年支出合计 and what stands below it, or against the rows where there is no such line
create or replace macro budget_uses_total(f) as table
select report_id, place as instance, null as code, if(line = 'expenditure_grand_total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_uses(f)
where not is_repeat and line in (
    'expenditure_grand_total', 'expenditure_total', 'opening', 'carried_forward', 'surplus_allocated', 'account_unspent', 'class', 'basic', 'project', 'reserve', 'business_expenditure',
    'remitted', 'subsidy'
)
qualify line in ('expenditure_grand_total', 'expenditure_total', 'opening', 'carried_forward', 'surplus_allocated', 'account_unspent')
    or not bool_or(line = 'expenditure_total') over (partition by report_id, place) and (line = 'class' or not bool_or(line = 'class') over (partition by report_id, place));
