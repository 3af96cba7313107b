-- zh: 绩效目标表的资金总额应当等于各项来源之和
-- en: Tables of targets: the money of a project, a task or the whole unit must equal the sum of its sources
-- name: target_money_is_the_sum_of_its_sources
-- tolerance: SUM
-- severity: error
-- silent: no table of targets gives its sources
-- why: 资金总额的构成：财政拨款、上年结转、其他资金
select report_id, concat('targets ', statement) as instance, null as code, if(subject = 'target_source', 'part', 'total') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from checks.budget_claim
where subject in ('target_money', 'task_target', 'unit_target', 'target_source')
qualify count_if(subject = 'target_source') over (partition by report_id, statement) > 0
