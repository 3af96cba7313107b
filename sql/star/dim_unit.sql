-- 单位维：部门与单位，区划按 GB/T 2260 / Departments and units, with region by GB/T 2260; a unit is a name and a level: a department and its 本级 are two. Units a department only names (机构设置), and those of which there is a budget alone, are here too.
-- unit_key: key from the unit's name and level; a 单位 of a department's name is its 本级, however that is written
-- unit_name: name as printed; with （本级） added where a 部门 of the same name has published
-- level: 部门 or 单位
-- region_code: GB/T 2260 code of the longest region name the unit's name begins with; null for central bodies
-- region_name: name of the region
-- parent_unit_key: the department whose 机构设置 names the unit, or whose （本级） it is
-- kind: department (部门), unit (单位) or university (高等学校)
-- has_report: whether a final account of its own is in the star
-- valid_from: first fiscal year a report uses the name
-- valid_to: last fiscal year a report uses the name
with reported as (
    select
        dim_report.unit_key, arg_max(report.unit_name, (report.fiscal_year, report.report_id)) as unit_name, if(bool_or(is_one_unit(report.unit_name, report.level)), '单位', '部门') as level,
        arg_max(if(dim_report.table_set = 'university', 'university', if(report.level = '单位', 'unit', 'department')), (report.fiscal_year, report.report_id)) as kind,
        min(report.fiscal_year) as valid_from, max(report.fiscal_year) as valid_to
    from star.dim_report join reading.report on report.report_id = dim_report.report_id
    group by dim_report.unit_key
),
member as (
    select member.name, report.fiscal_year, report.unit_key as parent_unit_key, unit_key(member.name, '单位') as one_key, unit_key(member.name, '部门') as whole_key
    from reading.member
    join star.dim_report as report on report.report_id = member.report_id and report.is_current
    where unit_key(member.name, null) != report.unit_key and not is_bare_own(member.name)
),
named as (
    select
        if(whole_key in (select unit_key from reported) and one_key not in (select unit_key from reported), whole_key, one_key) as unit_key,
        arg_max(name, (fiscal_year, name)) as unit_name, min(fiscal_year) as valid_from, max(fiscal_year) as valid_to,
        arg_max(parent_unit_key, (fiscal_year, parent_unit_key)) as parent_unit_key from member
    group by all
),
units as (
    select *, null as parent_unit_key, if(level = '单位', 'unit', 'department') as kind, false as has_report
    from star.budget_unit where unit_key not in (select unit_key from reported union all select unit_key from named)
    union all by name
    select
        unit_key, coalesce(reported.unit_name, named.unit_name) as unit_name, coalesce(reported.level, '单位') as level, named.parent_unit_key, coalesce(reported.kind, 'unit') as kind, reported.unit_key is not null as has_report,
        least(reported.valid_from, named.valid_from) as valid_from, greatest(reported.valid_to, named.valid_to) as valid_to
    from reported full join named using (unit_key)
),
below as ( -- the department that a unit of its name is the 本级 of
    select *, if(level = '单位', nullif(unit_key(bare_unit(unit_name), '部门'), unit_key), null) as whole_key from units
),
beginning as (
    select unit_key, valid_from, bare[1:unnest(range(1, len(bare) + 1))] as words
    from (select *, regexp_replace(unit_name, '^(中国共产党|中共|共青团|中国共产主义青年团|中国民主同盟|民革|民盟|民建|民进|九三学社)', '') as bare from units)
),
placed as (
    select beginning.unit_key, region.code, region.name
    from beginning join reference.region_name as region
        on region.full_name = beginning.words and beginning.valid_from <= coalesce(region.last_year, 9999)
    qualify row_number() over (partition by beginning.unit_key order by len(region.full_name) desc, region.code) = 1
)
select
    units.unit_key, units.unit_name || if(whole.unit_key is not null and not is_one_unit(units.unit_name, null), '（本级）', '') as unit_name, units.level,
    placed.code as region_code, placed.name as region_name, coalesce(units.parent_unit_key, whole.unit_key) as parent_unit_key, units.kind,
    units.has_report, units.valid_from, units.valid_to
from below as units left join placed on placed.unit_key = units.unit_key
left join reported as whole on whole.unit_key = units.whole_key
