-- zh: 部门的机关运行经费、政府采购、车辆、绩效项目应当等于所属各单位之和
-- en: Prose: running costs, procurement, vehicles and evaluated projects of a department must be those of its units
-- name: prose_counts_are_the_sum_of_units
-- tolerance: SUM
-- severity: warning
-- beside: units
-- why: 部门数由单位数汇总
with said as (
    select *, concat_ws(' ', subject, role) as fact
    from checks.prose_claim
    where (section, subject, role) in (
        ('running_costs', 'running_costs', 'value'), ('procurement', 'procurement', 'value'), ('assets', 'cars', 'count'),
        ('performance', 'evaluated_projects', 'count'), ('performance', 'evaluated_projects', 'value')
    )
    qualify row_number() over (partition by report_id, section, subject, role order by place) = 1
),
unclear as ( -- what a unit says of it may not be what its page shows
    select distinct beside.report_id, concat_ws(' ', claim.subject, claim.role) as fact
    from reading.claim
    join checks.related_report as beside on beside.other_id = claim.report_id and beside.relation = 'units'
    where len(claim.doubts) > 0
),
complete as (
    select beside.report_id, said.fact
    from checks.related_report as beside
    left join said on said.report_id = beside.other_id
    where beside.relation = 'units'
    group by beside.report_id, said.fact
    having said.fact = 'running_costs value' or count(*) = (
        select count(*) from checks.related_report as every where every.report_id = beside.report_id and every.relation = 'units'
    )
)
select said.report_id, said.fact as instance, null as code, 'total' as side, 1 as weight, said.claim_id as amount_id, said.amount as value_yuan,
    if(said.role = 'count', 0, said.half) as half_step_yuan,
    coalesce(hindered.hindrance, if(unclear.fact is not null, 'reading of a unit in doubt', null), if(complete.fact is null, 'a unit does not say it', null)) as hindrance
from said
semi join (select report_id from checks.related_report where relation = 'units') as department on department.report_id = said.report_id
left join complete on complete.report_id = said.report_id and complete.fact = said.fact
left join unclear on unclear.report_id = said.report_id and unclear.fact = said.fact
left join units_hindrance() as hindered on hindered.report_id = said.report_id
union all
select beside.report_id, said.fact, null, 'part', 1, said.claim_id, said.amount, if(said.role = 'count', 0, said.half), null
from said
join checks.related_report as beside on beside.other_id = said.report_id and beside.relation = 'units'
