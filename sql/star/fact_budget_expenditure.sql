-- 预算支出事实：单位 × 功能分类末级 × 资金口径 × 支出性质 / Budgeted expenditure by functional leaf, scope and nature (forms P3, P5, P8, P9, PU4); additive within a scope. Leaves that the publisher withholds are missing.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- function_key: functional leaf (star.dim_function), all:0 where the form has no functions
-- scope: all_funds (P3), general_budget (P5), government_fund (P8), state_capital (P9), fiscal_appropriation (PU4)
-- nature: basic 基本支出, project 项目支出, reserve 单位预留机动经费, remitted 上缴上级, business 经营, subsidy 对附属单位补助, carried_forward 结转下年; unsplit where the form does not split
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
with printed_amount as (
    select
        report.fiscal_year, report.unit_key, amount.report_id, amount.form, amount.row, amount.amount_id, amount.value_yuan, amount.line,
        if(amount.code is null, 'all', amount.code) as code, if(starts_with(amount.column_key, 'basic_'), 'basic', amount.column_key) as nature, printed.is_leaf,
        bool_or(amount.code is not null) over (partition by amount.report_id, amount.form) as is_coded
    from reading.amount
    join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
    join reading.printed_row as printed
        on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
    where amount.form in ('P3', 'P5', 'P8', 'P9', 'PU4') and amount.value is not null and not amount.is_held and not amount.is_within and not printed.is_repeat
        and amount.column_key in (
            'total', 'basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward'
        )
),
leaf as (
    select *
    from printed_amount
    where is_leaf or (not is_coded and line = 'total')
),
split as (
    select * replace (if(nature = 'total', 'unsplit', nature) as nature)
    from leaf
    qualify nature != 'total' or count(*) filter (nature != 'total') over (partition by report_id, form, row) = 0
)
select
    split.fiscal_year, split.unit_key, split.report_id, function.function_key,
    map_extract_value(map {'P3': 'all_funds', 'P5': 'general_budget', 'P8': 'government_fund', 'P9': 'state_capital', 'PU4': 'fiscal_appropriation'}, split.form) as scope,
    split.nature, split.value_yuan as amount_yuan, split.amount_id
from split
join star.dim_function as function on function.function_code = split.code and split.fiscal_year between function.valid_from and function.valid_to
