-- 无人判断的数：没有任何勾稽关系判断的印出数字，印错也不会被发现 / Unjudged: the printed numbers that no identity judges: a misprint in one of them would pass silently.
-- report_id: report
-- fiscal_year: fiscal year
-- unit_key: unit
-- amount_id: cell of a form (reading.amount) or claim of the prose (reading.claim)
-- page: page it stands on
-- form: form; null for a claim
-- section: section of the prose; null for a cell
-- name: row of the cell, or what the claim is about, as printed; else the subject's key
-- part: column of the cell, or role of the claim
-- text: number as printed
-- counted_in: 元, 万元, %, 辆 …
-- reason: why: reading in doubt, wording in doubt, the commonest reason of the identities it is a term of, no identity speaks of it
with judged as (from judged_numbers()),
printed as (
    select
        report_id, amount_id, page, form, null as section, row_label as name, heading as part, text, counted_in, value_yuan as value,
        if(is_held, 'reading in doubt', null) as doubt
    from reading.amount
    where value is not null and is_due(report_id)
    union all
    select
        report_id, claim_id, page, null, section, coalesce(nullif(label, ''), subject), role, text, counted_in, coalesce(value_yuan, value),
        if(len(doubts) > 0, 'wording in doubt', null)
    from reading.claim
    where value is not null and is_due(report_id)
),
silent as materialized (
    from printed
    anti join (
        select printed.amount_id
        from printed
        join judged using (amount_id)
        where judged.outcome != 'not_evaluable' and coalesce(judged.counted = abs(printed.value), true)
    ) as judged_one using (amount_id)
),
weighed as (
    select silent.amount_id, mode(judged.reason order by judged.reason) filter (judged.outcome = 'not_evaluable') as reason
    from silent
    join judged using (amount_id)
    group by silent.amount_id
)
select
    silent.report_id, report.fiscal_year, report.unit_key, silent.amount_id, silent.page, silent.form, silent.section, silent.name, silent.part,
    silent.text, silent.counted_in, coalesce(silent.doubt, weighed.reason, 'no identity speaks of it') as reason
from silent
join star.disclosure as report on report.report_id = silent.report_id and is_judged(report.is_current, report.kind, report.form_count)
left join weighed using (amount_id)
order by silent.report_id, silent.page, silent.amount_id
