-- 湖仓各数及其所在：表、行、栏、句、报告 / Figures of a lake with their places: form, row, column, sentence, report.
-- $ids: ids of amounts and claims
-- $reports: the reports they stand in
-- $pages: the pages they stand on; with the reports what is made into rows before the ids are looked at
with reports as (
    select report.report_id, unit.unit_key, unit.unit_name, report.fiscal_year, report.kind, report.level, report.file, report.is_current
    from star.disclosure as report join star.dim_unit as unit using (unit_key)
),
amount as materialized (
    from reading.amount where list_contains($reports::varchar[], report_id) and list_contains($pages::integer[], page)
),
claim as materialized (
    from reading.claim where list_contains($reports::varchar[], report_id) and list_contains($pages::integer[], page)
),
figure as (
    select
        amount_id, report_id, page, bbox, text, counted_in, value, decimals, value_yuan, half_step_yuan, mark, is_held as is_doubtful, form, panel,
        row, column_number, row_label, code, heading, null as section, null as subject, null as role, null as sentence
    from amount
    where list_contains($ids::varchar[], amount_id)
    union all
    select
        claim_id, report_id, page, bbox, text, counted_in, value, decimals, value_yuan, half_step_yuan, 'number', len(doubts) > 0, null, null,
        null, null, label, code, null, section, subject, role, sentence
    from claim
    where list_contains($ids::varchar[], claim_id)
)
select
    figure.* exclude (sentence), reports.* exclude (report_id),
    page.member, page.name as page_name, address.address,
    coalesce(nullif(regexp_extract(sentence.printed, '[^；。]*' || regexp_escape(figure.text) || '[^；。]*'), ''), sentence.printed) as sentence
from figure
join reports using (report_id)
left join (from reading.page where list_contains($reports::varchar[], report_id)) as page using (report_id, page)
left join reading.address as address -- of files that are no PDF: the cell, or the line a number of the prose stands in
    on address.report_id = figure.report_id and address.page = figure.page
    and address.bbox[1] <= figure.bbox[1] + 0.1 and address.bbox[2] <= figure.bbox[2] + 0.1
    and address.bbox[3] >= figure.bbox[3] - 0.1 and address.bbox[4] >= figure.bbox[4] - 0.1
left join (from reading.sentence where list_contains($reports::varchar[], report_id)) as sentence
    on sentence.report_id = figure.report_id and sentence.sentence = figure.sentence
qualify row_number() over (partition by figure.amount_id order by address.address) = 1
