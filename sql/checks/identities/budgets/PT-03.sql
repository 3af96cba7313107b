-- zh: 部门整体支出绩效目标表每项来源的合计应当等于基本支出＋项目支出
-- en: Table of a unit's targets: each source must equal its basic and project expenditure
-- name: unit_sources_are_basic_and_project
-- tolerance: SUM
-- severity: error
-- silent: no table of targets tells the natures of its sources
-- why: 合计栏的定义
with part as (
    select report_id, statement, claim_id, value_yuan, half_step_yuan, regexp_replace(label, '(基本|项目)支出$', '') as source
    from checks.budget_claim where subject = 'target_nature'
)
select report_id, concat('targets ', statement, ' ', source) as instance, null as code, 'part' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from part
union all
select whole.report_id, concat('targets ', whole.statement, ' ', whole.label), null, 'total', 1, whole.claim_id, whole.value_yuan, whole.half_step_yuan
from checks.budget_claim as whole
semi join part on part.report_id = whole.report_id and part.statement = whole.statement and part.source = whole.label
where whole.subject = 'target_source'
