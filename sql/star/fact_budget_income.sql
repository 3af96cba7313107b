-- 预算收入事实：单位 × 功能分类末级 × 收入来源（收入预算总表） / Budgeted income by functional leaf and source (form P2); additive. Forms by unit or in one row have the function `all`.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- function_key: functional leaf (star.dim_function), all:0 where the form has no functions
-- source: fiscal 财政拨款, or its general_budget, government_fund, state_capital; special_accounts 财政专户, education_fees and special_accounts_other where they are told apart; superior, operating, business, subordinate, other, other_funds 单位资金, surplus_used, opening 上年结转, account_balance 上年实户资金余额; unsplit where no source is given
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
with printed_amount as (
    select
        report.fiscal_year, report.unit_key, amount.report_id, amount.row, amount.amount_id, amount.value_yuan, amount.line,
        if(amount.code is null, 'all', amount.code) as code, if(amount.column_key = 'amount', amount.line, amount.column_key) as source, printed.is_leaf,
        bool_or(amount.code is not null) over (partition by amount.report_id) as is_coded
    from reading.amount
    join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
    join reading.printed_row as printed
        on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
    where amount.form = 'P2' and amount.value is not null and not amount.is_held and not amount.is_within and not printed.is_repeat
        and not starts_with(coalesce(amount.line, ''), 'within_')
),
leaf as (
    select *, source not in ('total', 'within_of', 'income', 'other_year', 'last_year', 'change', 'share', 'count') as is_split
    from printed_amount
    where is_leaf or (not is_coded and (line = 'total' or source = line))
),
split as (
    select * replace (if(is_split, source, 'unsplit') as source)
    from leaf
    where is_split or source = 'total'
    qualify is_split or count(*) filter (is_split) over (partition by report_id, if(is_coded, row, 0)) = 0
)
select split.fiscal_year, split.unit_key, split.report_id, function.function_key, split.source, split.value_yuan as amount_yuan, split.amount_id
from split
join star.dim_function as function on function.function_code = split.code and split.fiscal_year between function.valid_from and function.valid_to
