-- 单位维：部门与单位，区划按 GB/T 2260 / Departments and units, with region by GB/T 2260.
-- unit_key: key from the unit's name
-- unit_name: name as printed
-- region_code: GB/T 2260 code of the longest region name the unit's name begins with; null for central bodies
-- region_name: name of the region
-- parent_unit_key: the department a （本级） unit belongs to, where both are there
-- kind: department (部门), unit (单位) or university (高等学校)
-- valid_from: first fiscal year a report uses the name
-- valid_to: last fiscal year a report uses the name
with units as (
    select
        report.unit_name, dim_report.unit_key, min(report.fiscal_year) as valid_from, max(report.fiscal_year) as valid_to,
        arg_max(if(dim_report.table_set = 'university', 'university', if(report.level = '单位', 'unit', 'department')), report.fiscal_year) as kind
    from star.dim_report
    join reading.report on report.report_id = dim_report.report_id
    group by report.unit_name, dim_report.unit_key
),
placed as (
    select
        units.unit_key, region.code, region.name
    from units
    join reference.region_name as region
        on starts_with(regexp_replace(units.unit_name, '^(中国共产党|中共|共青团|中国共产主义青年团|中国民主同盟|民革|民盟|民建|民进|九三学社)', ''), region.full_name)
        and units.valid_from <= coalesce(region.last_year, 9999)
    qualify row_number() over (partition by units.unit_key order by len(region.full_name) desc, region.code) = 1
)
select
    units.unit_key, units.unit_name, placed.code as region_code, placed.name as region_name, parent.unit_key as parent_unit_key,
    units.kind, units.valid_from, units.valid_to
from units
left join placed on placed.unit_key = units.unit_key
left join units as parent
    on parent.unit_name = regexp_replace(units.unit_name, '[（(]?本级[)）]?$', '') and parent.unit_key != units.unit_key
