-- zh: 编报绩效目标的项目金额应当等于所附绩效目标表的资金之和（项目数与表数相同时）
-- en: Tables and lists of targets: the money of the projects said to have targets must be the sum of those that follow, where they are as many
-- name: targeted_money_is_that_of_the_tables
-- tolerance: INT
-- severity: error
-- silent: nothing printed to compare with
-- why: 同一项目的预算印两处
-- fault_zh: {amount.says_zh}，而所附{tables}个项目的资金合计为{listed}万元
-- fault_en: {amount.says_en}, while the money of the {tables} projects that follow is {listed}万元 in all

-- as many tables as projects are those of the projects; part of them proves nothing
with counted as (
    select report_id, statement, amount as projects
    from checks.budget_claim
    where subject = 'targeted_projects' and role = 'count'
    qualify count(*) over (partition by report_id) = 1
),
said as (
    select value.report_id, value.place, value.claim_id, value.value_yuan, value.half_step_yuan, counted.projects
    from checks.budget_claim as value
    join counted on counted.report_id = value.report_id and counted.statement = value.statement
    where value.subject = 'targeted_projects' and value.role = 'value'
    qualify row_number() over (partition by value.report_id order by value.place) = 1
),
listed as (
    select *, count(*) over (partition by report_id, subject) as tables
    from checks.budget_claim
    where subject in ('target_money', 'target_listed') and base = 'annual' and value_yuan is not null
        and report_id not in (select report_id from reading.claim where subject in ('target_money', 'target_listed') and len(doubts) > 0)
),
paired as (
    select said.report_id, said.place, said.claim_id as said_id, said.value_yuan as stated, said.half_step_yuan as stated_half, listed.claim_id, listed.value_yuan, listed.half_step_yuan
    from said
    join listed on listed.report_id = said.report_id and listed.tables = said.projects
    qualify dense_rank() over (partition by said.report_id order by listed.subject desc) = 1
),
judged as (
    select
        report_id, place as instance, (abs(any_value(stated) - sum(value_yuan)) <= any_value(stated_half) + sum(half_step_yuan))::int as stated, 1 as expected,
        map {'amount_id': any_value(said_id), 'tables': count(*)::varchar, 'listed': (sum(value_yuan) / 10000)::decimal(24, 2)::varchar} as particulars
    from paired
    group by report_id, place
)
from two_terms('judged')
