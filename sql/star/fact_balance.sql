-- 收支平衡事实：总表的行 × 资金（T1、T4） / Balance lines by fund (forms T1, T4); leaves only, each side of one form adds up to its 总计; T1 holds T4's money, never add them.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- form: T1 (all funds) or T4 (fiscal appropriation)
-- side: income or expenditure
-- line: general_budget 一般公共预算, government_fund 政府性基金, state_capital 国有资本经营, fiscal 财政拨款, superior 上级补助, operating 事业收入, business 经营收入, subordinate 附属单位上缴, other 其他, surplus_used 使用非财政拨款结余, opening 年初结转 | class 功能分类, surplus_allocated 结余分配, closing 年末结转
-- function_key: 类 of a class line (star.dim_function), null for other lines
-- fund: all in T1; general_budget, government_fund, state_capital in T4, all where T4 does not split
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
with line as (
    select
        report.fiscal_year, report.unit_key, amount.*,
        if(amount.panel = 'left', 'income', 'expenditure') as side,
        case
            when amount.form = 'T1' then 'all'
            when amount.line in ('general_budget', 'government_fund', 'state_capital') then amount.line
            when starts_with(amount.line, 'opening_') then replace(amount.line, 'opening_', '')
            when amount.panel = 'left' or amount.column_key = 'total' then 'all'
            else amount.column_key
        end as fund,
        if(starts_with(amount.line, 'opening_'), 'opening', amount.line) as kind
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    where amount.form in ('T1', 'T4') and amount.value is not null and not amount.is_held and not amount.is_within
        and amount.column_key in ('amount', 'total', 'general_budget', 'government_fund', 'state_capital')
        and (amount.panel = 'left') = (amount.line in (
            'general_budget', 'government_fund', 'state_capital', 'fiscal', 'superior', 'operating', 'business', 'subordinate',
            'other', 'surplus_used', 'opening', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital'
        ))
        and (amount.panel = 'left' or amount.line in ('class', 'surplus_allocated', 'closing'))
),
leaf as (
    select *
    from line
    qualify (fund != 'all' or form = 'T1' or count(*) over (partition by report_id, form, side, kind, code) = 1)
        and (kind != 'fiscal' or count(*) filter (kind in ('general_budget', 'government_fund', 'state_capital')) over (partition by report_id, form) = 0)
)
select
    leaf.fiscal_year, leaf.unit_key, leaf.report_id, leaf.form, leaf.side, leaf.kind as line, function.function_key,
    leaf.fund, leaf.value_yuan as amount_yuan, leaf.amount_id, leaf.origin
from leaf
left join star.dim_function as function
    on function.function_code = if(leaf.kind = 'class', leaf.code, null)
    and leaf.fiscal_year between function.valid_from and function.valid_to
union all
select
    report.fiscal_year, report.unit_key, claim.report_id, claim.form, if(claim.panel = 'left', 'income', 'expenditure'), claim.line, null,
    if(claim.line in ('general_budget', 'government_fund', 'state_capital') and claim.form = 'T4', claim.line, 'all'), claim.value_yuan,
    claim.claim_id, claim.origin
from reading.claim_cell as claim
join star.dim_report as report on report.report_id = claim.report_id and report.is_current
where claim.is_told_only and claim.form in ('T1', 'T4') and not contains(claim.line, 'total')
qualify row_number() over (partition by claim.report_id, claim.form, claim.line order by claim.claim_id) = 1
    and (claim.line != 'fiscal' or count(*) filter (claim.line in ('general_budget', 'government_fund', 'state_capital')) over (partition by claim.report_id, claim.form) = 0)
