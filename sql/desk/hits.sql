-- 检索：与所问的金额、词都相合的数，表中的与文字中的 / Search in a file: the figures that are the amount and with which all words stand, in forms and in prose; the first so many.
-- $words: four, each as sql/macros/stored_search.sql takes it
-- $bits: of each word and of the amount, a bit for each report: whether its name has the word, whether it can print the number; null for no such word or number
-- $ranges: three, as sql/macros/is_near.sql takes them
-- $plain: a number that is no money; null for none
-- $digits: the digits of the amount without thousands separators; null where none is asked for
-- $has_size: whether sizes are asked for; making them takes longer than finding the figures
-- $most: how many figures at most
with asked as materialized (
    select ($bits['amount'])::bit as has_amount, $bits['named'][1]::bit as named_1, $bits['named'][2]::bit as named_2, $bits['named'][3]::bit as named_3, $bits['named'][4]::bit as named_4,
        $bits['holding'][1]::bit as holding_1, $bits['holding'][2]::bit as holding_2, $bits['holding'][3]::bit as holding_3, $bits['holding'][4]::bit as holding_4
),
amount as (
    select number, report, page, form, if($has_size or $digits is not null, {'text': text, 'counted_in': counted_in, 'is_own': is_own, 'own_yuan': own_yuan}, null) as told
    from stored.amount cross join asked
    where stands_by($words[1], named_1, holding_1, report, row_label, heading, code, form, if(is_own, own_value, number_of(text)))
        and stands_by($words[2], named_2, holding_2, report, row_label, heading, code, form, if(is_own, own_value, number_of(text)))
        and stands_by($words[3], named_3, holding_3, report, row_label, heading, code, form, if(is_own, own_value, number_of(text)))
        and stands_by($words[4], named_4, holding_4, report, row_label, heading, code, form, if(is_own, own_value, number_of(text)))
        and mark = 'number' and ($digits is null or if(get_bit(has_amount, report) = 1, is_amount_in(is_own, own_value, own_yuan, own_half_yuan, text, decimals, counted_in, $ranges, $plain), false))
),
said as (
    select report, sentence, contains(printed, $words[1]['word']::varchar) as one, contains(printed, $words[2]['word']::varchar) as two,
        contains(printed, $words[3]['word']::varchar) as three, contains(printed, $words[4]['word']::varchar) as four
    from stored.sentence where one or two or three or four
),
claim as (
    select number, report, page, 'prose', if($has_size or $digits is not null, {'text': text, 'counted_in': counted_in, 'is_own': is_own, 'own_yuan': own_yuan}, null)
    from stored.claim cross join asked left join said using (report, sentence)
    where case -- the words first: what is asked of a claim alone would be asked of all of them
        when (said.one or stands_by($words[1], named_1, holding_1, report, label, null, code, null, if(is_own, own_value, number_of(text))))
            and (said.two or stands_by($words[2], named_2, holding_2, report, label, null, code, null, if(is_own, own_value, number_of(text))))
            and (said.three or stands_by($words[3], named_3, holding_3, report, label, null, code, null, if(is_own, own_value, number_of(text))))
            and (said.four or stands_by($words[4], named_4, holding_4, report, label, null, code, null, if(is_own, own_value, number_of(text))))
            then if($digits is null, if(is_own, own_value, number_of(text)) is not null, if(get_bit(has_amount, report) = 1, is_amount_in(is_own, own_value, own_yuan, own_half_yuan, text, decimals, counted_in, $ranges, $plain), false))
    end
),
figure as materialized (from amount union all from claim limit $most), -- noqa: AM09
flagged as (
    select amount_id, report.report, page_of(amount_id) as page, finding_id
    from (select unnest(amount_ids) as amount_id, finding_id from findings.finding union all select amount_id, finding_id from findings.suspect)
    join stored.report as report on report.report_id[:16] = amount_id[:16]
),
near as (select number from figure semi join flagged using (report, page)),
named as (
    select number, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id from stored.amount where number in (from near)
    union all
    select number, coalesce(own_id, claim_key(report_id, page, place)) from stored.claim where number in (from near)
),
grave as (
    select named.number, min(list_position(['fatal', 'error', 'warning', 'info'], finding.severity)) as gravity
    from named join flagged using (amount_id) join findings.finding as finding using (finding_id)
    where not finding.is_waived group by named.number
)
select
    figure.number as key, figure.report, disclosure.fiscal_year, unit.unit_name, disclosure.kind, figure.form, replace(told['text'], ',', '') = $digits as is_as_asked,
    if($has_size, coalesce(abs(if(told['is_own'], told['own_yuan'], in_yuan(told['text'], told['counted_in']))), 0), 0)::double as size,
    coalesce(grave.gravity, 9)::integer as gravity
from figure join stored.report as report using (report) join star.disclosure as disclosure on disclosure.report_id = report.report_id
join star.dim_unit as unit on unit.unit_key = disclosure.unit_key left join grave on grave.number = figure.number
