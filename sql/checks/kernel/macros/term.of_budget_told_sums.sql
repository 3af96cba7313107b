-- Macros for totals that the prose of a budget tells with their parts below them (family P).

-- what a total is the sum of: income of its sources, expenditure of its natures, fiscal expenditure of its funds; holders: parts that hold it where they are told before it
create or replace macro budget_kin() as table
with source(part, holders) as (
    values ('income_total', []), ('income_fiscal', ['income_total']), ('special_accounts', ['income_total', 'other_funds']), ('other_funds', ['income_total']),
    ('surplus_used', []), ('account_balance', []), ('opening', [])
    union all
    select unnest(['income_general_budget', 'income_government_fund', 'income_state_capital']), ['income_fiscal', 'income_total']
    union all
    select unnest(['income_operating', 'income_business', 'income_superior', 'income_subordinate', 'income_other']), ['other_funds', 'income_total']
)
select 'income_grand_total' as whole, part, holders from source
union all
select 'income_total', part, holders from source where len(holders) > 0 or part in ('opening', 'account_balance')
union all
select 'expenditure_grand_total', unnest(['basic', 'project', 'business_expenditure', 'remitted', 'subsidy', 'reserve', 'closing']), []
union all
select 'fiscal_expenditure', unnest(['general_budget', 'government_fund', 'state_capital']), [];

-- totals said, each with the parts told behind it before anything else is; between the natures of expenditure 类、款、项 may be spoken of
create or replace macro budget_told_sums() as table
with claim as (from budget_claims() where section in ('overall', 'income', 'expenditure', 'fiscal_overall')),
run as (
    select
        whole.report_id, whole.place as whole_place, whole.subject as whole, whole.claim_id as whole_id, whole.value_yuan as whole_yuan, whole.half_step_yuan as whole_half,
        part.subject, part.claim_id, part.place, part.value_yuan, part.half_step_yuan, kin.holders,
        count(*) filter (kin.part is null and not (whole.subject = 'expenditure_grand_total' and part.subject in ('function', 'expenditure_total', 'reason'))) over (
            partition by whole.report_id, whole.place order by part.place
        ) as others
    from claim as whole
    join claim as part on part.report_id = whole.report_id and part.section = whole.section and part.place > whole.place
    left join budget_kin() as kin on kin.whole = whole.subject and kin.part = part.subject
    where whole.subject in (select whole from budget_kin())
)
select *
from run
where (report_id, subject) not in (from budget_natures_within()) and others = 0 and subject in (select part from budget_kin()) and (whole != 'income_total' or subject not in ('opening', 'account_balance') or exists ( -- 本年收入预算合计 with 上年结转资金 in its list, as P1 has it in all: 江苏, 西安
    from checks.form_amount as in_all
    where in_all.report_id = run.report_id and in_all.form = 'P1' and in_all.line = 'income_grand_total' and in_all.is_main and abs(in_all.value_yuan - run.whole_yuan) <= in_all.half_step_yuan + run.whole_half
));

-- money of the forms by what the prose calls it: sources of P1, natures of P3, what goes to the next year, and funds of the fiscal appropriation
create or replace macro budget_money_there() as table
select report_id, unnest(if(line like 'expenditure%', [], ['income_grand_total', if(line in ('opening', 'surplus_used', 'account_balance'), null, 'income_total')])) as whole,
    if(line in ('special_accounts', 'other_funds', 'surplus_used', 'account_balance', 'opening'), line, 'income_' || line) as subject
from budget_sources('P1')
where value_yuan != 0
union all
select report_id, 'expenditure_grand_total', coalesce(map_extract_value(map {'business': 'business_expenditure', 'carried_forward': 'closing'}, column_key), column_key)
from checks.form_amount
where form = 'P3' and line = 'total' and is_main and value_yuan != 0 and column_key not in ('total', 'current') and not starts_with(column_key, 'basic_')
union all
select report_id, 'expenditure_grand_total', if(line = 'carried_forward', 'closing', line)
from checks.form_amount
where form = 'P1' and panel != 'left' and line in ('carried_forward', 'surplus_allocated', 'account_unspent', 'reserve') and is_main and value_yuan != 0
union all
select report_id, 'fiscal_expenditure', line
from checks.form_amount
where form in ('P1', 'P4') and panel = 'left' and line in ('general_budget', 'government_fund', 'state_capital') and is_main and value_yuan != 0;
