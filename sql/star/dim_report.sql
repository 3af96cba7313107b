-- 报告维：每份进入星型库的决算报告一行，含重新公开的各版本 / One row a final account in the star, all published report.
-- report_id: SHA-256 of the PDF
-- unit_key: unit (star.dim_unit)
-- fiscal_year: fiscal year
-- kind: final (决算)
-- level: 部门 or 单位
-- version: 1 for the first PDF of a disclosure (star.version says by what order)
-- is_current: the latest version, or the one a person has pinned; facts come from current versions only
-- table_set: standard (T1–T9), university (T1–T3, U4) or none (prose only, the tables are elsewhere)
-- producer: program the report was written with (Creator of the PDF's metadata), else the one that made the PDF (Producer)
-- created: creation date in the PDF's metadata
-- page_count: pages
-- form_count: statutory tables found
-- held_amounts: numbers kept out because our reading is in doubt
-- token_count: numbers printed anywhere in the report
-- claim_count: claims of the prose
-- unexplained_count: numbers that nothing explains (reading.token)
-- explained_share: share of the numbers that are amounts, claims or explained (reading.token), 0 to 1
-- file: path below raw/
with held as (
    select report_id, count(*) filter (is_held and shows_number(mark)) as held_amounts
    from reading.amount
    group by report_id
),
forms as (
    select report_id, count(*) filter (title != '') as form_count, if(bool_or(form = 'U4') and not bool_or(form in ('T4', 'T5')), 'university', 'standard') as table_set
    from reading.form
    group by report_id
),
ledger as (
    select
        report_id, count(*) as token_count, count(*) filter (kind = 'unexplained') as unexplained_count,
        (count(*) filter (kind != 'unexplained') / count(*))::decimal(6, 4) as explained_share
    from reading.token
    group by report_id
)
select
    report.report_id, version.unit_key, report.fiscal_year, report.kind, report.level,
    version.version, version.is_current, coalesce(forms.table_set, 'none') as table_set, report.producer,
    report.created, report.page_count, coalesce(forms.form_count, 0) as form_count, coalesce(held.held_amounts, 0) as held_amounts,
    coalesce(ledger.token_count, 0) as token_count, coalesce(claims.claim_count, 0) as claim_count, ledger.unexplained_count,
    ledger.explained_share, report.file
from reading.report
join star.version as version using (report_id)
left join forms on forms.report_id = report.report_id
left join held on held.report_id = report.report_id
left join (select report_id, count(*) as claim_count from reading.claim group by report_id) as claims on claims.report_id = report.report_id
left join ledger on ledger.report_id = report.report_id
