-- 湖仓的检索：与所问的金额、词都相合的数，表中的与文字中的 / Search in a lake: the figures that are the amount and with which all words stand, in forms and in prose; the first so many.
-- $words: four, each as sql/macros/stands_with.sql takes it
-- $ranges: three, as sql/macros/is_near.sql takes them
-- $plain: a number that is no money; null for none
-- $digits: the digits of the amount without thousands separators; null where none is asked for
-- $most: how many figures at most
with printed as (
    select amount_id, report_id, form, text, value_yuan
    from reading.amount
    where ($digits is null or is_within(value_yuan, $ranges, $plain))
        and case -- what is quick first
            when may_stand($words[1], report_id, row_label, heading, code, form) and may_stand($words[2], report_id, row_label, heading, code, form)
                and may_stand($words[3], report_id, row_label, heading, code, form) and may_stand($words[4], report_id, row_label, heading, code, form)
                then mark = 'number' and ($digits is null or is_amount(value_yuan, value, half_step_yuan, $ranges, $plain))
                    and stands_with($words[1], report_id, row_label, heading, code, form, value) and stands_with($words[2], report_id, row_label, heading, code, form, value)
                    and stands_with($words[3], report_id, row_label, heading, code, form, value) and stands_with($words[4], report_id, row_label, heading, code, form, value)
        end
),
said as (
    select report_id, sentence, contains(printed, $words[1].word::varchar) as one, contains(printed, $words[2].word::varchar) as two,
        contains(printed, $words[3].word::varchar) as three, contains(printed, $words[4].word::varchar) as four
    from reading.sentence
    where one or two or three or four
),
claim as (
    select claim_id, report_id, text, value, value_yuan, label, code, sentence
    from reading.claim
    where (value is not null or report_id is null) -- the latter never: a plain filter would go first, and slow down the others
        and ($digits is null or is_within(value_yuan, $ranges, $plain))
        and ($digits is null or is_amount(value_yuan, value, half_step_yuan, $ranges, $plain))
        and (stands_with($words[1], report_id, label, null, code, null, value) or may_be_said($words[1], report_id))
        and (stands_with($words[2], report_id, label, null, code, null, value) or may_be_said($words[2], report_id))
        and (stands_with($words[3], report_id, label, null, code, null, value) or may_be_said($words[3], report_id))
        and (stands_with($words[4], report_id, label, null, code, null, value) or may_be_said($words[4], report_id))
),
figure as (
    from printed
    union all
    select claim.claim_id, claim.report_id, 'prose', claim.text, claim.value_yuan
    from claim
    left join said on said.report_id = claim.report_id and said.sentence = claim.sentence
    where (said.one or stands_with($words[1], claim.report_id, claim.label, null, claim.code, null, claim.value))
        and (said.two or stands_with($words[2], claim.report_id, claim.label, null, claim.code, null, claim.value))
        and (said.three or stands_with($words[3], claim.report_id, claim.label, null, claim.code, null, claim.value))
        and (said.four or stands_with($words[4], claim.report_id, claim.label, null, claim.code, null, claim.value))
    limit $most -- noqa: AM09
),
flagged as (select unnest(amount_ids) as amount_id, finding_id from findings.finding union all select amount_id, finding_id from findings.suspect),
grave as (
    select flagged.amount_id, min(list_position(['fatal', 'error', 'warning', 'info'], finding.severity)) as gravity
    from flagged join findings.finding as finding using (finding_id) where not finding.is_waived group by flagged.amount_id
)
select
    figure.amount_id as key, 0 as report, report.fiscal_year, unit.unit_name, report.kind, figure.form, replace(figure.text, ',', '') = $digits as is_as_asked,
    coalesce(abs(figure.value_yuan), 0)::double as size, coalesce(grave.gravity, 9)::integer as gravity
from figure join star.disclosure as report using (report_id)
join star.dim_unit as unit on unit.unit_key = report.unit_key
left join grave on grave.amount_id = figure.amount_id
