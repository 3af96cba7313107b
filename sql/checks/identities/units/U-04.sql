-- zh: 机构设置所列单位都有本年度的报告
-- en: Every unit a department names has a report of the year
-- tolerance: INT
-- severity: info
-- beside: units
-- why: 所属单位应各自公开；也可能只是没有放进 raw/
with listed as (
    select report_id, name as instance, other_id is not null or is_merged as stated, 1 as expected, name as note, page
    from checks.named_unit
    where report_id in (select report_id from checks.related_report where relation = 'units')
)
from two_terms('listed')
