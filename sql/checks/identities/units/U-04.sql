-- zh: 机构设置所列单位应当都有本年度的报告
-- en: Every unit a department names must have a report of the year
-- name: every_named_unit_has_a_report
-- tolerance: INT
-- severity: info
-- beside: units
-- why: 所属单位应各自公开；也可能只是没有放进 raw/
-- fault_zh: 第{page}页机构设置列有“{quote}”，没有它本年度的报告
-- fault_en: page {page} lists “{quote}”, of which there is no report of the year
with listed as (
    select report_id, name as instance, other_id is not null or is_merged as stated, 1 as expected, name as note, page
    from checks.named_unit
    where report_id in (select report_id from checks.related_report where relation = 'units')
)
from two_terms('listed')
