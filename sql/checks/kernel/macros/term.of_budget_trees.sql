-- Macro for the codes of the forms of budgets (family P).

-- the codes of a form as a tree, column by column: each parent against the rows below it, 合计 against those without a parent. Rows
-- below may be withheld (涉密) without a mark: what then lacks is a row of its own, missing in its total and in a nature of it, never below zero; one wrong
-- number more takes a column from that, and is told where it stands: nothing else then says how much is withheld
create or replace macro budget_tree(f) as table
with cell as ( -- 政府采购 has columns of its own for what is kept for small firms (深圳)
    select * replace (if(column_key = 'procurement', concat(column_key, ' c', column_number), column_key) as column_key) from checks.form_amount where form = f
),
branch as (
    select report_id, coalesce(code, '合计') as branch, code, column_key, is_within, 'total' as side, amount_id, value_yuan, half_step_yuan, mark
    from cell
    where not is_repeat and (line = 'total' or (line is null and code is not null and not is_leaf))
    union all
    select report_id, coalesce(parent_code, '合计'), parent_code, column_key, is_within, 'part', amount_id, value_yuan, half_step_yuan, mark
    from cell
    where line is null and code is not null
),
missing as ( -- what the rows below lack
    select
        report_id, branch, column_key, bool_or(is_within) as is_within, sum(half_step_yuan) filter (value_yuan is not null) as bound,
        coalesce(sum(value_yuan) filter (side = 'total'), 0) - coalesce(sum(value_yuan) filter (side = 'part'), 0) as residual
    from branch
    group by report_id, branch, column_key
    having count(*) filter (side = 'part') > 0
),
withheld as (
    select report_id, branch
    from missing
    where not is_within
    group by report_id, branch
    having min(residual + bound) >= 0 and bool_or(column_key in ('total', 'amount') and residual > bound) and bool_or(column_key not in ('total', 'amount') and residual > bound)
)
select
    report_id, concat_ws(' ', f, branch, column_key) as instance, code, side, 1 as weight, amount_id,
    of_blank(
        value_yuan, mark, sum(value_yuan) over (partition by report_id, branch, column_key, side), sum(value_yuan) over (partition by report_id, branch, column_key),
        count(distinct side) filter (value_yuan != 0) over (partition by report_id, column_key) > 1
    ) as value_yuan, half_step_yuan,
    if(withheld.branch is null, null, 'rows withheld') as hindrance
from branch
left join withheld using (report_id, branch);

-- budgets whose P3 or P5 withholds rows below its total: a balance may then lack their classes
create or replace macro budget_withheld() as table
select report_id from budget_tree('P3') where hindrance is not null and code is null
union
select report_id from budget_tree('P5') where hindrance is not null and code is null;
