-- 预算维：每份预算公开的文件一行 / One row a file of a budget disclosure whose unit and year are known; apart from star.dim_report, so that no sum mixes the phases.
-- report_id: SHA-256 of the PDF
-- unit_key: unit (star.dim_unit)
-- unit_name: unit as the file names itself, or as the text beside its tables (stated_by) does
-- fiscal_year: fiscal year the budget is of, as the file says or the text beside it
-- kind: budget (预算)
-- level: 部门 or 单位; null where nothing says it
-- phase: initial (年初预算) or adjusted (调整预算)
-- version: 1 for the first file with tables of a disclosure: one whose cover says that it corrects comes after one that does not, then by the PDF's date, where all have one, then by arrival; null for one without tables
-- is_current: the one a person has pinned (raw.pin), else the latest file with tables, or of texts alone the latest text; facts come from current files only
-- form_count: tables found
-- held_amounts: numbers kept out because our reading is in doubt
-- page_count: pages
-- stated_by: the file (情况说明) that says unit or year of a file of tables (报表) which names none: the only one of the year that states its totals (star.budget_text); null where the file itself says it
-- producer: program it was written with
-- created: creation date in the PDF's metadata
-- file: path below raw/
with budget as (
    select report.*, coalesce(form.form_count, 0) as form_count
    from reading.report
    left join (select report_id, count(*) filter (title != '') as form_count from reading.form group by report_id) as form using (report_id)
    where report.kind = 'budget'
),
known as (
    select
        own.* replace (coalesce(own.fiscal_year, beside.fiscal_year) as fiscal_year), coalesce(own.unit_name, beside.unit_name) as named, coalesce(own.level, beside.level) as of_level, said.stated_by,
        if(contains(coalesce(own.edition, beside.edition, ''), '调整'), 'adjusted', 'initial') as phase,
        (select min(arrived) from raw.file where file.sha256 = own.report_id) as arrived
    from budget as own
    left join star.budget_text as said using (report_id)
    left join budget as beside on beside.report_id = said.stated_by
    where own.status = 'registered' or said.stated_by is not null
),
ordered as (
    select *, unit_key(named, of_level) as unit_key, row_number() over disclosure as place, if(form_count > 0, place, null) as version
    from (
        select *, if(count(*) filter (pdf_date(created) is null) over alike = 0, pdf_date(created), null) as decisive, exists(from raw.pin where starts_with(known.report_id, pin.report_id)) as is_pinned
        from known
        window alike as (partition by unit_key(named, of_level), fiscal_year, phase, form_count > 0)
    )
    window disclosure as (partition by unit_key(named, of_level), fiscal_year, phase, form_count > 0 order by edition is not null, decisive, arrived nulls first, file)
)
select
    ordered.report_id, ordered.unit_key, ordered.named as unit_name, ordered.fiscal_year, ordered.kind, ordered.of_level as level, ordered.phase,
    ordered.version, row_number() over same = 1 as is_current,
    ordered.form_count, coalesce(held.held_amounts, 0) as held_amounts, ordered.page_count, ordered.stated_by, ordered.producer, ordered.created, ordered.file
from ordered
left join (
    select report_id, count(*) filter (is_held and shows_number(mark)) as held_amounts from reading.amount group by report_id
) as held on held.report_id = ordered.report_id
window same as (partition by ordered.unit_key, ordered.fiscal_year, ordered.phase order by ordered.is_pinned desc, ordered.form_count > 0 desc, ordered.place desc)
