-- 部门所列单位 / The units a department's report says it covers (机构设置), and the report of each where it is there; the department's own 本级 is one of them, named or not.
-- report_id: the department's report
-- name: unit
-- unit_key: unit (star.dim_unit): the 单位 of the name, or the 部门 where that alone has published
-- page: page that names it; null for a 本级 that is not named
-- is_merged: its accounts are in those of the 本级 by the report, so that it publishes none of its own
-- other_id: the unit's report of the same year; null where there is none
with department as (
    select report.*, bare_unit(unit.unit_name) as bare_name
    from star.dim_report as report
    join star.dim_unit as unit using (unit_key)
    where report.is_current and report.level is distinct from '单位'
),
named as (
    select department.*, member.name, member.page, member.is_merged, bare_unit(member.name) = bare_name or member.name in (bare_name || '机关', bare_name || '局机关') or is_bare_own(member.name) as is_own
    from department
    join reading.member on member.report_id = department.report_id
),
listed as (
    from named
    union all by name
    select *, bare_name || '（本级）' as name, null::integer as page, false as is_merged, true as is_own
    from department
    where report_id in (select report_id from named) and report_id not in (select report_id from named where is_own)
),
keyed as (
    select
        listed.*, unit_key(if(is_own, bare_name, name), '单位') as one_key,
        if(is_own, null, nullif(unit_key(name, '部门'), listed.unit_key)) as whole_key
    from listed
)
select
    keyed.report_id, keyed.name, if(bool_or(whole.has_report) and not bool_or(coalesce(one.has_report, false)), keyed.whole_key, keyed.one_key) as unit_key,
    keyed.page, bool_or(coalesce(keyed.is_merged, false)) as is_merged, coalesce(min(report.report_id) filter (report.unit_key = keyed.one_key), min(report.report_id)) as other_id
from (select *, unnest([one_key, whole_key]) as either_key from keyed) as keyed
left join star.dim_unit as one on one.unit_key = keyed.one_key
left join star.dim_unit as whole on whole.unit_key = keyed.whole_key
left join star.dim_report as report
    on report.is_current and report.fiscal_year = keyed.fiscal_year and report.unit_key = keyed.either_key
group by keyed.report_id, keyed.name, keyed.page, keyed.one_key, keyed.whole_key
