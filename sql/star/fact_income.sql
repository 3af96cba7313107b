-- 收入事实：单位 × 功能分类末级 × 收入来源（收入决算表） / Income by functional leaf and source (form T2); leaves only, additive.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- function_key: functional leaf (star.dim_function); its row of all functions where the prose gives only a total
-- source: fiscal 财政拨款, superior 上级补助, operating 事业收入, business 经营收入, subordinate 附属单位上缴, other 其他; unsplit where only the row's total is printed
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
with leaf as (
    select report.fiscal_year, report.unit_key, amount.*
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    join reading.printed_row as printed
        on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
    where amount.form = 'T2' and amount.column_key in ('total', 'fiscal', 'superior', 'operating', 'business', 'subordinate', 'other')
        and printed.is_leaf and amount.value is not null and not amount.is_held and not amount.is_within
),
split as (
    select *, if(column_key = 'total', 'unsplit', column_key) as source
    from leaf
    qualify column_key != 'total' or count(*) over (partition by report_id, row) = 1
    union all by name
    select
        report.fiscal_year, report.unit_key, claim.report_id, 'all' as code, claim.column_key as source, claim.value_yuan,
        claim.claim_id as amount_id, claim.origin
    from reading.claim_cell as claim
    join star.dim_report as report on report.report_id = claim.report_id and report.is_current
    where claim.is_told_only and claim.form = 'T2' and claim.column_key != 'total'
    qualify row_number() over (partition by claim.report_id, claim.column_key order by claim.claim_id) = 1 -- said twice it is one amount
)
select
    split.fiscal_year, split.unit_key, split.report_id, function.function_key, split.source,
    split.value_yuan as amount_yuan, split.amount_id, split.origin
from split
join star.dim_function as function
    on function.function_code = split.code and split.fiscal_year between function.valid_from and function.valid_to
