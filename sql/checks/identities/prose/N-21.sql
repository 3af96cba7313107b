-- zh: 绩效项目数与金额应当等于各程序之和，自评、评价项目数应当等于各评级之和
-- en: Prose: evaluated projects must equal the sum by procedure and by rating
-- name: evaluated_projects_add_up
-- tolerance: SUM
-- severity: error
-- why: 评价项目的分类
-- silent: parts are not all printed
select * from claim_sum('项目数', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'count')
where report_id not in (from counted_twice()) -- 自评项目10个…部门评价项目3个: which of them the procedures are of is not said
union all
from claim_sum('评价金额', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'value')
union all
select report_id, instance, code, side, weight, amount_id, value_yuan, half_step_yuan from projects_by_rating()
