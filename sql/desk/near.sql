-- 检索：在某一范围内、并与所问的词都相合的数 / Search: the figures within a range with which all words stand, in forms and in prose.
-- $one: a word that must stand with a figure: unit, year, name, code, form, sentence; null for none
-- $two: another
-- $three: another
-- $four: another
-- $low: in 元, from which on figures are looked at
-- $high: in 元, up to which
-- $middle: in 元, the amount asked for
-- $half: in 元, half a step of its last digit; a figure printed coarser, with three digits or more, may be the amount rounded
-- $plain: a number that is no money; null for none
-- $digits: the digits of the amount without thousands separators
with reports as (
    select report.report_id, report.fiscal_year, unit.unit_name, report.kind, concat_ws(' ', unit.unit_name, report.fiscal_year) as words
    from star.disclosure as report join star.dim_unit as unit using (unit_key)
),
said as (
    select report_id, sentence, printed from reading.sentence
    where contains(printed, $one) or contains(printed, $two) or contains(printed, $three) or contains(printed, $four)
),
figure as (
    select amount_id, report_id, page, form, text, value, value_yuan, half_step_yuan, code, row_label as label, heading, null as sentence
    from reading.amount where value_yuan between $low and $high
    union all
    select claim_id, report_id, page, null, text, value, value_yuan, half_step_yuan, code, label, null, sentence
    from reading.claim where value_yuan between $low and $high
    union all
    select amount_id, report_id, page, form, text, value, value_yuan, half_step_yuan, code, row_label, heading, null
    from reading.amount where value = $plain and value_yuan is null
    union all
    select claim_id, report_id, page, null, text, value, value_yuan, half_step_yuan, code, label, null, sentence
    from reading.claim where value = $plain and value_yuan is null
),
met as (
    select
        figure.amount_id, figure.report_id, reports.fiscal_year, reports.unit_name, reports.kind, coalesce(figure.form, 'prose') as form, figure.page,
        coalesce(abs(figure.value_yuan), 0)::double as size, replace(figure.text, ',', '') = $digits as is_as_asked
    from figure
    join reports using (report_id)
    left join reference.form as form on form.form = figure.form
    left join said on said.report_id = figure.report_id and said.sentence = figure.sentence
    where stands_with($one, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($two, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($three, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and stands_with($four, reports.words, figure.label, figure.heading, figure.code, said.printed, form.name_zh, figure.value)
        and (figure.value_yuan is null or abs(figure.value_yuan - $middle)
            <= greatest($half::decimal(24, 6), if(abs(figure.value_yuan) >= 200 * figure.half_step_yuan, figure.half_step_yuan, 0)))
),
flagged as (select unnest(amount_ids) as amount_id, finding_id from findings.finding union all select amount_id, finding_id from findings.suspect),
grave as (
    select flagged.amount_id, min(list_position(['fatal', 'error', 'warning', 'info'], finding.severity)) as gravity
    from flagged join findings.finding as finding using (finding_id) where not finding.is_waived group by flagged.amount_id
)
select met.*, coalesce(grave.gravity, 9)::integer as gravity from met left join grave using (amount_id)
