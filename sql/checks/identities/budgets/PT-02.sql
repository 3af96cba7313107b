-- zh: 部门整体支出绩效目标表各项任务的预算金额之和应当等于金额合计
-- en: Table of a unit's targets: the budgets of its tasks must add up to their total, in all and by source
-- name: tasks_add_up
-- tolerance: SUM
-- severity: error
-- silent: no table of targets lists tasks
-- why: 合计行的定义
with told as (
    select own.report_id, own.statement, own.subject, own.label, own.claim_id, own.value_yuan, own.half_step_yuan, printed.page
    from checks.budget_claim as own
    join reading.claim as printed on printed.claim_id = own.claim_id
    where own.subject in ('task_target', 'unit_target', 'target_source')
),
cell as ( -- a row is a statement: a task, or all of them
    select
        told.*, min(subject) filter (subject != 'target_source') over (partition by report_id, statement) as row_kind,
        if(subject = 'target_source', label, '总额') as column_name
    from told
)
select
    report_id, concat_ws(' ', 'tasks', 'p' || page, column_name) as instance, null as code, if(row_kind = 'unit_target', 'total', 'part') as side, 1 as weight,
    claim_id as amount_id, value_yuan, half_step_yuan
from cell
where row_kind is not null
qualify count_if(row_kind = 'task_target') over (partition by report_id, page) > 0 and count_if(row_kind = 'unit_target' and column_name = '总额') over (partition by report_id, page) = 1
