-- zh: 收支预算总表的财政拨款收入应当等于财政拨款收支预算总表的财政拨款收入
-- en: P1 fiscal appropriation must equal that of P4
-- name: P1_fiscal_equals_P4
-- tolerance: SAME
-- severity: fatal
-- needs: P1, P4
-- why: 同一收入

-- without a line for it in P1, what comes from the year before is in its sources
with fiscal as (
    select *
    from budget_sources('P1')
    where line in ('fiscal', 'general_budget', 'government_fund', 'state_capital')
),
opened as (select distinct report_id from checks.form_amount where form = 'P1' and line = 'opening')
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from fiscal
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_sources('P4')
where line in ('fiscal', 'general_budget', 'government_fund', 'state_capital') or line = 'opening' and report_id not in (select report_id from opened)
