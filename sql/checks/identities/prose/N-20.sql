-- zh: 共有车辆应当等于各类车辆之和
-- en: Prose: vehicles must equal the sum of their kinds
-- name: vehicles_are_the_sum_of_kinds
-- tolerance: SUM
-- severity: warning
-- why: 车辆的分类
select * replace ('车辆' as instance) from claim_side('total', 1, ['assets'], ['cars'], 'count')
union all
select * replace ('车辆' as instance) from claim_side('part', 1, ['assets'], ['cars_kind'], 'count')
