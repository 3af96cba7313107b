-- 结转结余滚存：年初＝上年年末±所列调整＋未说明 / Carry-forward: opening = last closing ± named adjustments + unexplained, by report and fund.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- fund: all (T1), fiscal (T4 in total), general_budget, government_fund, state_capital (T4)
-- opening_yuan: 年初结转和结余
-- income_yuan: 本年收入
-- expenditure_yuan: 本年支出
-- closing_yuan: 年末结转和结余
-- last_closing_yuan: 年末结转和结余 of last year's report; null where there is none
-- opening_adjustment_yuan: corrections the prose names (会计差错更正, 收回, 归集 …), signed; 0 where it names none
-- unexplained_yuan: opening − last closing − adjustments; null without last year's report
-- bound_yuan: largest unexplained amount that rounding can make
-- last_report_id: last year's report
with balance as (
    select report_id, 'all' as fund, line, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'T1' and column_key = 'amount' and line in ('opening', 'income_total', 'expenditure_total', 'closing') and not is_repeat
    union all
    select
        report_id,
        if(panel = 'left', if(line in ('opening', 'income_total'), 'fiscal', replace(line, 'opening_', '')), if(column_key = 'total', 'fiscal', column_key)),
        case when starts_with(line, 'opening') then 'opening' when panel = 'left' then 'income_total' else line end,
        value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'T4' and is_main and line in (
        'opening', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital', 'income_total', 'general_budget',
        'government_fund', 'state_capital', 'expenditure_total', 'closing'
    )
),
account as (
    select
        report_id, fund, max(value_yuan) filter (line = 'opening') as opening_yuan, max(value_yuan) filter (line = 'income_total') as income_yuan,
        max(value_yuan) filter (line = 'expenditure_total') as expenditure_yuan, max(value_yuan) filter (line = 'closing') as closing_yuan,
        coalesce(max(half_step_yuan) filter (line = 'opening'), 0) as opening_half, coalesce(max(half_step_yuan) filter (line = 'closing'), 0) as closing_half
    from balance
    group by report_id, fund
),
named as (
    select report_id, sum(sign * amount) as adjustment, sum(half) as half
    from checks.opening_adjustment
    group by report_id
)
select
    report.fiscal_year, report.unit_key, own.report_id, own.fund, own.opening_yuan, own.income_yuan, own.expenditure_yuan, own.closing_yuan,
    last.closing_yuan as last_closing_yuan, if(own.fund = 'all', coalesce(named.adjustment, 0), 0) as opening_adjustment_yuan,
    own.opening_yuan - last.closing_yuan - if(own.fund = 'all', coalesce(named.adjustment, 0), 0) as unexplained_yuan,
    own.opening_half + last.closing_half + if(own.fund = 'all', coalesce(named.half, 0), 0) as bound_yuan, beside.other_id as last_report_id
from account as own
join star.dim_report as report using (report_id)
left join checks.related_report as beside on beside.report_id = own.report_id and beside.relation = 'prior_year'
left join account as last on last.report_id = beside.other_id and last.fund = own.fund
left join named on named.report_id = own.report_id
where coalesce(own.opening_yuan, own.income_yuan, own.expenditure_yuan, own.closing_yuan) is not null
