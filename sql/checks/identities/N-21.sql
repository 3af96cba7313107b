select * replace ('项目数' as instance) from said('total', 1, ['performance'], ['evaluated_projects'], 'count')
where report_id in (from says_all('performance', ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'count'))
union all
select * replace ('项目数' as instance) from said('part', 1, ['performance'], ['ordinary_procedure', 'simple_procedure'], 'count')
where report_id in (from says_all('performance', ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'count'))
union all
select * replace ('评价金额' as instance) from said('total', 1, ['performance'], ['evaluated_projects'], 'value')
where report_id in (from says_all('performance', ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'value'))
union all
select * replace ('评价金额' as instance) from said('part', 1, ['performance'], ['ordinary_procedure', 'simple_procedure'], 'value')
where report_id in (from says_all('performance', ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'value'))
union all
select * replace ('评级' as instance) from said('total', 1, ['performance'], ['self_evaluated_projects'], 'count')
where report_id in (from says_all('performance', ['self_evaluated_projects', 'rated'], 'count'))
union all
select * replace ('评级' as instance) from said('part', 1, ['performance'], ['rated'], 'count')
where report_id in (from says_all('performance', ['self_evaluated_projects', 'rated'], 'count'))
