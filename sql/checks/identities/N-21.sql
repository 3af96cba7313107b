select * replace ('项目数' as instance) from said('total', 1, ['performance'], ['evaluated_projects'], 'count')
union all
select * replace ('项目数' as instance) from said('part', 1, ['performance'], ['ordinary_procedure', 'simple_procedure'], 'count')
union all
select * replace ('评价金额' as instance) from said('total', 1, ['performance'], ['evaluated_projects'], 'value')
union all
select * replace ('评价金额' as instance) from said('part', 1, ['performance'], ['ordinary_procedure', 'simple_procedure'], 'value')
union all
select * replace ('评级' as instance) from said('total', 1, ['performance'], ['self_evaluated_projects'], 'count')
union all
select * replace ('评级' as instance) from said('part', 1, ['performance'], ['rated'], 'count')
