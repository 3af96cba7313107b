-- 印出的合计：报告自己印的合计，与末级事实之和并列 / Printed totals: what a report itself prints as the total of facts that add up; beside the sum of the leaves, never among them.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- fact: the facts it is the total of: expenditure (star.fact_expenditure), income (star.fact_income), basic_expenditure (star.fact_basic_expenditure)
-- scope: scope of funds (of expenditure); all_funds of income
-- part: total, or the one it is the total of: nature of expenditure, source of income, personnel or public of basic expenditure
-- amount_yuan: amount in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元
-- page: page it is printed on
-- amount_id: printed amount it is (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
with place(form, fact, scope) as (
    values ('T2', 'income', 'all_funds'), ('T3', 'expenditure', 'all_funds'), ('T5', 'expenditure', 'general_budget'), ('B5', 'expenditure', 'general_budget'),
        ('T8', 'expenditure', 'government_fund'), ('T9', 'expenditure', 'state_capital'), ('U4', 'expenditure', 'fiscal_appropriation'),
        ('T6', 'basic_expenditure', 'general_budget'), ('U6', 'basic_expenditure', 'fiscal_appropriation'), ('B9', 'basic_expenditure', 'government_fund')
),
printed as (
    select report_id, form, line, code, column_key, value_yuan, half_step_yuan, page, amount_id, origin
    from reading.amount
    where value is not null and not is_held and (not is_within or column_key in ('within_personnel', 'within_public'))
    union all
    select report_id, form, line, code, column_key, value_yuan, half_step_yuan, page, claim_id, origin
    from reading.claim_cell
    where is_told_only
)
select
    report.fiscal_year, report.unit_key, printed.report_id, place.fact, place.scope,
    case
        when printed.column_key in ('total', 'amount') then replace(printed.line, '_total', '') else replace(printed.column_key, 'within_', '')
    end as part, printed.value_yuan as amount_yuan, printed.half_step_yuan, printed.page, printed.amount_id, printed.origin
from printed
join place using (form)
join star.dim_report as report on report.report_id = printed.report_id and report.is_current
where printed.code is null and (
    (printed.line = 'total' and printed.column_key in (
        'total', 'amount', 'basic', 'project', 'remitted', 'business', 'subsidy', 'fiscal', 'superior', 'operating', 'subordinate', 'other'
    ))
    or (place.fact = 'basic_expenditure' and printed.line in ('personnel_total', 'public_total') and printed.column_key = 'amount')
    or (place.fact = 'basic_expenditure' and printed.line = 'total' and printed.column_key in ('within_personnel', 'within_public'))
)
qualify row_number() over (partition by printed.report_id, place.fact, place.scope, part order by printed.origin desc, printed.form desc, printed.amount_id) = 1
