-- 部门所列单位 / The units a department's report says it covers (机构设置), and the report of each where it is there; the department's own 本级 is one of them, named or not.
-- report_id: the department's report
-- name: unit
-- page: page that names it; null for a 本级 that is not named
-- other_id: the unit's report of the same year; null where there is none
with department as (
    select report.*, unit.unit_name
    from star.dim_report as report
    join star.dim_unit as unit using (unit_key)
    where report.is_current and report.level is distinct from '单位'
),
named as (
    select
        department.*, member.name, member.page,
        regexp_replace(member.name, '[（(]?(本级|机关|机关本级)[)）]?$', '') = department.unit_name as is_own
    from department
    join reading.member on member.report_id = department.report_id
),
listed as (
    from named
    union all by name
    select *, unit_name || '（本级）' as name, null::integer as page, true as is_own
    from department
    where report_id in (select report_id from named) and report_id not in (select report_id from named where is_own)
)
select listed.report_id, listed.name, listed.page, least(min(other.report_id), min(own.report_id)) as other_id
from listed
left join star.dim_report as other
    on other.is_current and other.fiscal_year = listed.fiscal_year
    and other.unit_key = nullif(md5(listed.name)[:16], listed.unit_key)
left join star.dim_report as own
    on own.is_current and own.fiscal_year = listed.fiscal_year and own.report_id != listed.report_id
    and own.unit_key = if(listed.is_own, listed.unit_key, null) and own.level = '单位'
group by listed.report_id, listed.name, listed.page
