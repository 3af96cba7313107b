-- zh: 绩效项目数与金额应当等于各程序之和，自评项目数应当等于各评级之和
-- en: Prose: evaluated projects must equal the sum by procedure and by rating
-- name: evaluated_projects_add_up
-- tolerance: SUM
-- severity: error
-- why: 评价项目的分类
-- silent: parts are not all printed
from claim_sum('项目数', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'count')
union all
from claim_sum('评价金额', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'value')
union all
select * from claim_sum('评级', 'performance', 'self_evaluated_projects', ['rated'], ['self_evaluated_projects', 'rated'], 'count')
where report_id in (from rated_by_grade()) -- 其中评级为“优”的50个 alone is a part, not all
    and report_id not in ( -- 一级项目2个，二级项目9个: which of them are rated is not said
        select report_id from checks.prose_claim
        where section = 'performance' and subject = 'self_evaluated_projects' and role = 'count' and label != ''
        group by report_id having count(distinct label) > 1
    )
