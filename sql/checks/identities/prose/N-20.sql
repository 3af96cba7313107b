-- zh: 共有车辆应当等于各类车辆之和
-- en: Prose: vehicles must equal the sum of their kinds
-- name: vehicles_are_the_sum_of_kinds
-- tolerance: SUM
-- severity: warning
-- why: 车辆的分类
with alone as ( -- 共有车辆24辆，其中执法执勤用车12辆: one kind alone that is fewer is not all
    select report_id
    from checks.prose_claim
    where section = 'assets' and role = 'count' and subject in ('cars', 'cars_kind')
    group by report_id
    having count(*) filter (subject = 'cars_kind') = 1 and max(amount) filter (subject = 'cars_kind') < max(amount) filter (subject = 'cars')
),
told as (
    select * replace ('车辆' as instance) from claim_side('total', 1, ['assets'], ['cars'], 'count')
    union all
    select * replace ('车辆' as instance) from claim_side('part', 1, ['assets'], ['cars_kind'], 'count')
)
from told
anti join alone using (report_id)
