-- 检索：合于所问的数，表中的与文字中的 / Search: the figures that are asked for, in forms and in prose; where they are too many the gravest.
-- $one: a word that must stand with a figure: unit, year, name, code, form, sentence; null for none
-- $two: another
-- $three: another
-- $four: another
-- $number: an amount; null for none
-- $half: half a step of its last printed digit
-- $units: the money units it may be counted in, of 元, 万元, 亿元
-- $digits: the digits of the amount without thousands separators; '' for none
-- $most: how many figures at most
with reports as (
    select report_id, fiscal_year, unit_name, 'final' as kind, concat_ws(' ', unit_name, fiscal_year) as words
    from star.dim_report join star.dim_unit using (unit_key)
    union all
    select report_id, fiscal_year, unit_name, 'budget', concat_ws(' ', unit_name, fiscal_year) from star.dim_budget
),
figure as (
    select
        amount.amount_id, amount.report_id, amount.page, amount.form, amount.text, amount.value, amount.value_yuan, amount.half_step_yuan,
        amount.code, concat_ws(' ', amount.row_label, amount.heading, form.name_zh) as words, null as sentence
    from reading.amount as amount left join reference.form as form using (form) where amount.mark = 'number'
    union all
    select claim_id, report_id, page, null, text, value, value_yuan, half_step_yuan, code, label, sentence from reading.claim where value is not null
),
near as ( -- coarse: a figure printed with three digits or more may be the amount rounded
    select *, if(abs(value_yuan) >= 200 * half_step_yuan, half_step_yuan, 0) as coarse
    from figure
    where $number::decimal(24, 6) is null or (value_yuan is null and value = $number)
        or (list_contains($units::varchar[], '元') and abs(value_yuan - $number) <= greatest($half::decimal(24, 6), coarse))
        or (list_contains($units::varchar[], '万元') and abs(value_yuan / 10000 - $number) <= greatest($half::decimal(24, 6), coarse / 10000))
        or (list_contains($units::varchar[], '亿元') and abs(value_yuan / 1e8 - $number) <= greatest($half::decimal(24, 6), coarse / 1e8))
),
said as (
    select report_id, sentence, printed from reading.sentence
    where contains(printed, $one) or contains(printed, $two) or contains(printed, $three) or contains(printed, $four)
),
flagged as (
    select unnest(amount_ids) as amount_id, finding_id from findings.finding union all select amount_id, finding_id from findings.suspect
),
grave as (
    select flagged.amount_id, min(list_position(['fatal', 'error', 'warning', 'info'], finding.severity)) as gravity
    from flagged join findings.finding as finding using (finding_id) where not finding.is_waived group by flagged.amount_id
)
select
    near.amount_id, near.report_id, reports.fiscal_year, reports.unit_name, reports.kind, coalesce(near.form, 'prose') as form, near.page,
    coalesce(grave.gravity, 9)::integer as gravity, coalesce(abs(near.value_yuan), 0)::double as size,
    coalesce(replace(near.text, ',', '') = $digits, false) as is_as_asked
from near
join reports using (report_id)
left join grave using (amount_id)
left join said on said.report_id = near.report_id and said.sentence = near.sentence
where ($one is null or contains(reports.words, $one) or contains(near.words, $one) or contains(said.printed, $one) or starts_with(near.code, $one)
        or near.value = try_cast($one as decimal(24, 6)))
    and ($two is null or contains(reports.words, $two) or contains(near.words, $two) or contains(said.printed, $two) or starts_with(near.code, $two)
        or near.value = try_cast($two as decimal(24, 6)))
    and ($three is null or contains(reports.words, $three) or contains(near.words, $three) or contains(said.printed, $three) or starts_with(near.code, $three)
        or near.value = try_cast($three as decimal(24, 6)))
    and ($four is null or contains(reports.words, $four) or contains(near.words, $four) or contains(said.printed, $four) or starts_with(near.code, $four)
        or near.value = try_cast($four as decimal(24, 6)))
order by gravity, near.amount_id limit $most
