-- zh: 机构设置所列单位都有本年度的报告
-- en: Every unit a department names has a report of the year
-- tolerance: INT
-- severity: info
-- beside: units
-- why: 所属单位应各自公开；也可能只是没有放进 raw/
select report_id, name as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'part', 1, if(other_id is null, 0, 1)) as value_yuan,
    0 as half_ulp_yuan, name as note, page
from checks.named_unit, (values ('total'), ('part')) as sides(side)
where report_id in (select report_id from checks.neighbour where relation = 'units')
