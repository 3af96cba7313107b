-- 各数及其所在：表、行、栏、句、报告 / Figures of a file with their places: form, row, column, sentence, report.
-- $keys: numbers of amounts and claims
-- $reports: a bit for each report, whether one of them stands in it: what other reports have is not even read
with figure as materialized (
    select
        number as key, report, report_id, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id, page, bbox, text,
        counted_in, if(is_own, own_value, number_of(text)) as value, decimals, if(is_own, own_yuan, in_yuan(text, counted_in)) as value_yuan,
        if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan, mark, is_held as is_doubtful, form, panel, row, column_number,
        row_label, code, heading, null as section, null as subject, null as role, null as sentence
    from stored.amount
    where get_bit($reports::bit, report) = 1 and list_contains($keys::integer[], number)
    union all
    select
        number, report, report_id, coalesce(own_id, claim_key(report_id, page, place)), page, bbox, text, counted_in,
        if(is_own, own_value, number_of(text)), decimals, if(is_own, own_yuan, in_yuan(text, counted_in)),
        if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)), 'number', len(doubts) > 0, null, null, null, null, label, code, null,
        section, subject, role, sentence
    from stored.claim
    where get_bit($reports::bit, report) = 1 and list_contains($keys::integer[], number)
)
select
    figure.* exclude (report, sentence), unit.unit_key, unit.unit_name, disclosure.fiscal_year, disclosure.kind, disclosure.level, disclosure.file,
    disclosure.is_current, page.member, page.name as page_name, address.address,
    coalesce(nullif(regexp_extract(sentence.printed, '[^；。]*' || regexp_escape(figure.text) || '[^；。]*'), ''), sentence.printed) as sentence
from figure
join star.disclosure as disclosure on disclosure.report_id = figure.report_id
join star.dim_unit as unit on unit.unit_key = disclosure.unit_key
left join reading.page as page on page.report_id = figure.report_id and page.page = figure.page
left join reading.address as address -- of files that are no PDF: the cell, or the line a number of the prose stands in
    on address.report_id = figure.report_id and address.page = figure.page
    and address.bbox[1] <= figure.bbox[1] + 0.1 and address.bbox[2] <= figure.bbox[2] + 0.1
    and address.bbox[3] >= figure.bbox[3] - 0.1 and address.bbox[4] >= figure.bbox[4] - 0.1
left join (from stored.sentence where get_bit($reports::bit, report) = 1) as sentence
    on sentence.report = figure.report and sentence.sentence = figure.sentence
qualify row_number() over (partition by figure.key order by address.address) = 1
