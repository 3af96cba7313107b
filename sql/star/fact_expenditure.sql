-- 支出事实：单位 × 功能分类末级 × 资金范围 × 支出性质 / Expenditure by functional leaf, scope of funds and nature; additive within a scope.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- function_key: functional leaf (star.dim_function); its row of all functions where the prose gives only a total
-- scope: all_funds 全部资金 (T3), general_budget 一般公共预算 (T5, else B5), government_fund 政府性基金 (T8), state_capital 国有资本经营 (T9), fiscal_appropriation 财政拨款 (U4); scopes overlap, never add them; a scope whose form is missing has no rows (checks.form_status)
-- nature: basic 基本支出, project 项目支出, remitted 上缴上级, business 经营支出, subsidy 对附属单位补助; unsplit where only the row's total is printed
-- amount_yuan: amount in 元
-- half_step_yuan: half a unit of its last printed decimal, in 元
-- amount_id: printed amount it came from (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
with leaf as (
    select
        report.fiscal_year, report.unit_key, amount.* replace (if(amount.form = 'B5', 'T5', amount.form) as form)
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    join reading.printed_row as printed
        on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
    where (
        amount.form in ('T3', 'T5', 'T8', 'T9', 'U4')
        or (amount.form = 'B5' and amount.report_id not in (select report_id from reading.form where form = 'T5'))
    ) and amount.column_key in ('total', 'basic', 'project', 'remitted', 'business', 'subsidy')
        and printed.is_leaf and amount.value is not null and not amount.is_held and not amount.is_within
),
split as (
    select * replace (if(column_key = 'total', 'unsplit', column_key) as column_key)
    from leaf
    qualify column_key != 'total' or count(*) over (partition by report_id, form, row) = 1
    union all by name
    select
        report.fiscal_year, report.unit_key, claim.report_id, claim.form, if(claim.column_key = 'total', 'unsplit', claim.column_key) as column_key,
        coalesce(claim.code, 'all') as code, claim.value_yuan, claim.half_step_yuan, claim.claim_id as amount_id, claim.origin
    from reading.claim_cell as claim
    join star.dim_report as report on report.report_id = claim.report_id and report.is_current
    join reading.claim as said on said.report_id = claim.report_id and said.claim_id = claim.claim_id
    where claim.is_told_only and claim.form in ('T3', 'T5', 'T8', 'T9', 'U4') and claim.is_leaf
        and (claim.code is not null or claim.column_key in ('basic', 'project', 'remitted', 'business', 'subsidy'))
        and not (claim.form = 'T5' and claim.report_id in (select report_id from reading.form where form = 'B5'))
        and claim.claim_id not in (select claim_id from checks.said_again)
    window alike as (partition by claim.report_id, claim.form, claim.code, claim.column_key order by claim.claim_id) -- said in several sections or, of a nature, several times, it is one amount; an item may be said once for each unit
    qualify said.section = first_value(said.section) over alike and (claim.code is not null or row_number() over alike = 1)
        and (claim.code is not null or count(*) filter (claim.code is not null) over (partition by claim.report_id, claim.form) = 0)
)
select
    split.fiscal_year, split.unit_key, split.report_id, function.function_key,
    map_extract_value(map {'T3': 'all_funds', 'T5': 'general_budget', 'T8': 'government_fund', 'T9': 'state_capital', 'U4': 'fiscal_appropriation'}, split.form) as scope,
    split.column_key as nature, split.value_yuan as amount_yuan, split.half_step_yuan, split.amount_id, split.origin
from split
join star.dim_function as function
    on function.function_code = split.code and split.fiscal_year between function.valid_from and function.valid_to
