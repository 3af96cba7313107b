-- 检索：与所问的词都相合的数，表中的与文字中的 / Search: the figures with which all words stand, in forms and in prose; the first so many.
-- $one: a word that must stand with a figure: unit, year, name, code, form, sentence; null for none
-- $two: another
-- $three: another
-- $four: another
-- $most: how many figures at most
with reports as (
    select report.report_id, report.fiscal_year, unit.unit_name, report.kind, concat_ws(' ', unit.unit_name, report.fiscal_year) as words
    from star.disclosure as report join star.dim_unit as unit using (unit_key)
),
said as (
    select report_id, sentence, printed from reading.sentence
    where contains(printed, $one) or contains(printed, $two) or contains(printed, $three) or contains(printed, $four)
),
figure as (
    select amount_id, report_id, page, form, value, value_yuan, code, row_label as label, heading, null as sentence from reading.amount where mark = 'number'
    union all
    select claim_id, report_id, page, null, value, value_yuan, code, label, null, sentence from reading.claim where value is not null
),
met as (
    select
        figure.amount_id, figure.report_id, reports.fiscal_year, reports.unit_name, reports.kind, coalesce(figure.form, 'prose') as form, figure.page,
        coalesce(abs(figure.value_yuan), 0)::double as size, false as is_as_asked
    from figure
    join reports using (report_id)
    left join reference.form as form on form.form = figure.form
    left join said on said.report_id = figure.report_id and said.sentence = figure.sentence
    where stands_with($one, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($two, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($three, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($four, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
    limit $most -- noqa: AM09
),
flagged as (select unnest(amount_ids) as amount_id, finding_id from findings.finding union all select amount_id, finding_id from findings.suspect),
grave as (
    select flagged.amount_id, min(list_position(['fatal', 'error', 'warning', 'info'], finding.severity)) as gravity
    from flagged join findings.finding as finding using (finding_id) where not finding.is_waived group by flagged.amount_id
)
select met.*, coalesce(grave.gravity, 9)::integer as gravity from met left join grave using (amount_id)
