-- 版本：同一公开的各份文件，哪份现行、由何而定 / Versions: the files of one disclosure (unit, year, kind) in their order, which of them is current, and what decides it.
-- report_id: report
-- unit_key: unit (star.dim_unit)
-- version: 1 for the first: one with tables comes after a text without any, then one whose cover says that it corrects after one that does not, then by the PDF's date, where all have one, then by arrival
-- is_current: the one a person has pinned (raw.pin), else the last; facts come from current versions only
-- current_id: the current version
-- decided_by: what sets it behind the current version: pin, forms, edition, date, arrival or file (its name); null for the current version
-- edition: what its cover says of an earlier edition (更正版 …)
-- dated: date of the PDF, in UTC; null where its metadata have none
-- arrived: when it was last written below raw/, in UTC
with arrived as (select sha256 as report_id, min(arrived) as arrived from raw.file group by sha256),
one as (
    select
        report.report_id, unit_key(report.unit_name, report.level) as unit_key, report.fiscal_year, report.kind, report.edition, pdf_date(report.created) as dated,
        arrived.arrived, report.file, report.report_id in (select report_id from reading.form where title != '') as has_forms, exists(from raw.pin where starts_with(report.report_id, pin.report_id)) as is_pinned
    from reading.report
    join arrived using (report_id)
    where report.status = 'read'
),
compared as (
    select *, if(count(*) filter (dated is null) over (partition by unit_key, fiscal_year, kind) = 0, dated, null) as decisive
    from one
),
ordered as (
    select
        *, row_number() over disclosure as version
    from compared
    window disclosure as (partition by unit_key, fiscal_year, kind order by has_forms, edition is not null, decisive, arrived nulls first, file)
),
chosen as (
    select *
    from ordered
    qualify row_number() over (partition by unit_key, fiscal_year, kind order by is_pinned desc, version desc) = 1
)
select
    own.report_id, own.unit_key, own.version, own.report_id = chosen.report_id as is_current, chosen.report_id as current_id,
    decided_by(own, chosen) as decided_by, own.edition, own.dated, own.arrived
from ordered as own
join chosen using (unit_key, fiscal_year, kind)
