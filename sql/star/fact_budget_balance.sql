-- 预算收支平衡事实：预算总表的行 × 资金（P1、P4、PG） / Balance lines of budgets by fund (forms P1, P4, PG); leaves only; P1 holds P4's money, and P4 that of PG: never add them.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- form: P1 (all funds), P4 (fiscal appropriation) or PG (government funds)
-- side: income or expenditure
-- line: as star.fact_balance, with special_accounts 财政专户管理资金, other_funds 其他资金, account_balance 上年实户资金余额 | reserve 机动经费, carried_forward 结转下年, account_unspent 未安排支出的实户资金, basic and project where a form splits by nature
-- function_key: 类 of a class line (star.dim_function), null for other lines
-- fund: all in P1; general_budget, government_fund, state_capital in P4, all where P4 does not split; government_fund in PG
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
with line as (
    select
        report.fiscal_year, report.unit_key, amount.*, if(amount.panel = 'left', 'income', 'expenditure') as side,
        case
            when amount.form = 'P1' then 'all'
            when amount.form = 'PG' then 'government_fund'
            when amount.panel = 'left' and amount.line in ('general_budget', 'government_fund', 'state_capital') then amount.line
            when amount.panel = 'left' or amount.column_key in ('total', 'amount') then 'all'
            else amount.column_key
        end as fund
    from reading.amount
    join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
    where amount.form in ('P1', 'P4', 'PG') and amount.value is not null and not amount.is_held and not amount.is_within
        and amount.column_key in ('amount', 'total', 'general_budget', 'government_fund', 'state_capital')
        and not starts_with(coalesce(amount.line, 'within_'), 'within_') and not contains(amount.line, '_total')
),
leaf as (
    select *
    from line
    qualify (fund != 'all' or form = 'P1' or count(*) over (partition by report_id, form, side, line, code) = 1)
        and (line != 'fiscal' or count(*) filter (line in ('general_budget', 'government_fund', 'state_capital')) over (partition by report_id, form, side) = 0)
        and (line != 'other_funds' or count(*) filter (line in ('operating', 'business', 'superior', 'subordinate', 'other')) over (partition by report_id, form, side) = 0)
)
select
    leaf.fiscal_year, leaf.unit_key, leaf.report_id, leaf.form, leaf.side, leaf.line, function.function_key, leaf.fund, leaf.value_yuan as amount_yuan, leaf.amount_id
from leaf
left join star.dim_function as function
    on function.function_code = if(leaf.line = 'class', leaf.code, null) and leaf.fiscal_year between function.valid_from and function.valid_to
