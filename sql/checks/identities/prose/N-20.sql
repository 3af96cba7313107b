select * replace ('车辆' as instance) from said('total', 1, ['assets'], ['cars'], 'count')
union all
select * replace ('车辆' as instance) from said('part', 1, ['assets'], ['cars_kind'], 'count')
