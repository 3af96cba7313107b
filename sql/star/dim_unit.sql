-- 单位维：部门与单位，区划按 GB/T 2260 / Departments and units, with region by GB/T 2260; units a department only names (机构设置) are here too.
-- unit_key: key from the unit's name
-- unit_name: name as printed
-- region_code: GB/T 2260 code of the longest region name the unit's name begins with; null for central bodies
-- region_name: name of the region
-- parent_unit_key: the department whose 机构设置 names the unit, or whose （本级） it is
-- kind: department (部门), unit (单位) or university (高等学校)
-- has_report: whether a report of its own is in the star
-- valid_from: first fiscal year a report uses the name
-- valid_to: last fiscal year a report uses the name
with reported as (
    select
        report.unit_name, dim_report.unit_key, min(report.fiscal_year) as valid_from, max(report.fiscal_year) as valid_to,
        arg_max(if(dim_report.table_set = 'university', 'university', if(report.level = '单位', 'unit', 'department')), report.fiscal_year) as kind
    from star.dim_report
    join reading.report on report.report_id = dim_report.report_id
    group by report.unit_name, dim_report.unit_key
),
named as (
    select
        member.name as unit_name, md5(member.name)[:16] as unit_key, min(report.fiscal_year) as valid_from,
        max(report.fiscal_year) as valid_to, arg_max(report.unit_key, report.fiscal_year) as parent_unit_key
    from reading.member
    join star.dim_report as report on report.report_id = member.report_id and report.is_current
    where md5(member.name)[:16] != report.unit_key
    group by member.name
),
units as (
    select
        coalesce(reported.unit_key, named.unit_key) as unit_key, coalesce(reported.unit_name, named.unit_name) as unit_name,
        named.parent_unit_key, coalesce(reported.kind, 'unit') as kind, reported.unit_key is not null as has_report,
        least(reported.valid_from, named.valid_from) as valid_from, greatest(reported.valid_to, named.valid_to) as valid_to
    from reported
    full join named on named.unit_key = reported.unit_key
),
beginning as (
    select unit_key, valid_from, bare[1:unnest(range(1, len(bare) + 1))] as words
    from (
        select *, regexp_replace(unit_name, '^(中国共产党|中共|共青团|中国共产主义青年团|中国民主同盟|民革|民盟|民建|民进|九三学社)', '') as bare
        from units
    )
),
placed as (
    select beginning.unit_key, region.code, region.name
    from beginning
    join reference.region_name as region
        on region.full_name = beginning.words and beginning.valid_from <= coalesce(region.last_year, 9999)
    qualify row_number() over (partition by beginning.unit_key order by len(region.full_name) desc, region.code) = 1
)
select
    units.unit_key, units.unit_name, placed.code as region_code, placed.name as region_name,
    coalesce(units.parent_unit_key, parent.unit_key) as parent_unit_key, units.kind, units.has_report, units.valid_from, units.valid_to
from units
left join placed on placed.unit_key = units.unit_key
left join units as parent
    on parent.unit_name = regexp_replace(units.unit_name, '[（(]?本级[)）]?$', '') and parent.unit_key != units.unit_key
