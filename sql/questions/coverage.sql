-- 公开情况：哪些单位哪年还没有公开，公开的缺哪些表 / Coverage: who has not published in which year, and which forms are missing or empty; of final accounts, so that a unit of which there is a budget alone is not in it.
-- region_code: 区划代码 / region by GB/T 2260 (its first two digits are the province); null for central bodies
-- region_name: 区划 / full name of the region
-- department: 主管部门 / department that names the unit, null for a department
-- unit_name: 单位 / unit as printed
-- fiscal_year: 年度 / fiscal year; every year of the warehouse since the unit's first, for a unit only named those it is named in
-- status: 公开状态 / 已公开, 已收到 (its reading is in doubt), 并入本级 (its department says so) or 未见公开 (not in the warehouse)
-- level: 口径 / 部门 or 单位, as the report says it
-- version: 版本 / number of the published version in use
-- missing_forms: 缺表 / forms of its set that are missing
-- empty_forms: 空表 / forms declared empty or blank
-- doubtful_forms: 存疑表 / forms whose reading is in doubt
-- explained_share: 数字有去向的比例 / share of its numbers that our reading explains, 0 to 1: a note on our reading
-- unexplained: 没有去向的数字 / how many it does not explain (reading.token)
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the report on the desk; null where there is none
with region as (select code, max_by(full_name, len(full_name)) as full_name from reference.region_name group by code),
form as (
    select
        status.report_id, string_agg(form.name_zh, '、' order by form.form) filter (status.status = 'missing') as missing,
        string_agg(form.name_zh, '、' order by form.form) filter (status.status in ('declared_empty', 'empty', 'left_blank')) as empty,
        string_agg(form.name_zh, '、' order by form.form) filter (status.status = 'in doubt') as doubtful
    from checks.form_status as status
    join reference.form as form using (form)
    group by status.report_id
),
held as (
    select distinct unit_key(unit_name, level) as unit_key, fiscal_year
    from reading.report
    where status = 'quarantined' and kind = 'final'
),
merged as (
    select distinct named.unit_key, report.fiscal_year
    from checks.named_unit as named
    join star.dim_report as report using (report_id)
    where named.is_merged
)
select
    unit.region_code, region.full_name as region_name, department.unit_name as department, unit.unit_name, year.fiscal_year, status.zh as status, report.level, report.version,
    form.missing as missing_forms, form.empty as empty_forms, form.doubtful as doubtful_forms,
    report.explained_share, report.unexplained_count as unexplained, report.file, address_of(report.report_id) as address
from star.dim_unit as unit
join star.dim_year as year
    on year.fiscal_year >= unit.valid_from and (unit.has_report or year.fiscal_year <= unit.valid_to)
left join region on region.code = unit.region_code
left join star.dim_unit as department on department.unit_key = unit.parent_unit_key
left join star.dim_report as report
    on report.unit_key = unit.unit_key and report.fiscal_year = year.fiscal_year and report.is_current
left join form using (report_id)
left join held on held.unit_key = unit.unit_key and held.fiscal_year = year.fiscal_year
left join merged on merged.unit_key = unit.unit_key and merged.fiscal_year = year.fiscal_year
join reference.word as status
    on status.domain = 'coverage'
    and status.key = case when report.report_id is not null then 'published' when held.unit_key is not null then 'held' when merged.unit_key is not null then 'merged' else 'unseen' end
where unit.has_report or unit.unit_key not in (select unit_key from star.budget_unit) or unit.unit_key in (select unit_key from checks.named_unit)
