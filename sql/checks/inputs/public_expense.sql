-- “三公”经费表的单元格：属于哪个阶段、哪一项 / Cells of the form of the three public expenses (T7): the phase and the item of each.
-- report_id: report
-- amount_id: cell (reading.amount)
-- row: row of the form
-- phase: budget (年初预算数), annual_budget (全年预算数), final (决算数)
-- item: total, abroad, vehicles, purchase, running, reception; conference, training … where they are printed beside
-- is_budget: the budget the form has: 年初预算数, or 全年预算数 where that is all
-- is_annual: that budget is 全年预算数, as its heading or the note below the form says
-- is_within: the row is an 其中 row
-- in_doubt: the reading is doubted
-- value_yuan: money in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元
with cell as (
    select
        *, if(starts_with(column_key, 'annual_budget_'), 'annual_budget', split_part(column_key, '_', 1)) as phase,
        regexp_extract(column_key, '^(?:annual_)?[a-z]+_(.*)$', 1) as item
    from checks.form_amount
    where form = 'T7' and contains(column_key, '_')
),
noted as (
    select distinct report_id from reading.sentence
    where contains(text, '全年预算数') and regexp_matches(text, '预算数为([“"]三公[”"]经费)?全年预算数')
)
select
    report_id, amount_id, row, phase, item,
    phase = 'budget' or phase = 'annual_budget' and not coalesce(bool_or(phase = 'budget') over (partition by report_id), false) as is_budget,
    phase = 'annual_budget' or phase = 'budget' and report_id in (from noted) as is_annual,
    is_within, in_doubt, value_yuan, half_step_yuan
from cell
