-- 勾稽实例，存放形式：每次出现一行，连同各项与结论 / Instances as they lie in the file: a row each, with its terms and its outcome; people ask checks.term and checks.outcome, views of it.
-- report: report (stored.report)
-- identity: identity (stored.identity)
-- instance: which occurrence within the report
-- code: code of its terms
-- hindrance: why it is not evaluable although it is there
-- term_note: what is printed, where no amount says it
-- term_page: page of that
-- term_particulars: named values of the fault's wording
-- total: number of the amount on the side of the total, where it is the report's own and counts once, as it is printed
-- parts: numbers of such amounts on the side of the parts
-- others: all other terms: is_total, weight, number (of stored.amount or stored.claim), own_id (id of an amount that is not there), is_own (value and half step are not the amount's, and stand here), value_yuan, half_step_yuan
-- outcome: outcome; null where the terms have none
-- is_same: whether code and note of the outcome are those of the terms
-- own_code: code of the outcome where they are not
-- own_note: note of the outcome where they are not
-- page: page of the note
-- particulars: of a violation: named values of the fault's wording
-- stated: what the report states, as text: few numbers are printed only once
-- residual: stated − expected, likewise
-- own_expected: what is expected, where it is not stated − residual
-- bound: largest residual that rounding can make, likewise
-- sigma: standard deviation of the residual, likewise
-- reason: why it is not evaluable
-- amount_ids: printed amounts of a violation
with of_terms as materialized (from terms_by_instance()),
of_outcomes as (
    select report.report, outcome.*
    from checks.outcome as outcome
    join report_number as report using (report_id)
    where is_due(report_id)
),
several as materialized (
    select report, identity_id, instance from of_terms group by all having count(*) > 1
    union
    select report, identity_id, instance from of_outcomes group by all having count(*) > 1
),
numbered_term as (
    select *, 1 as number from of_terms anti join several using (report, identity_id, instance)
    union all
    select *, row_number() over (partition by report, identity_id, instance order by code, hindrance, note, page, particulars::varchar)
    from of_terms semi join several using (report, identity_id, instance)
),
numbered_outcome as (
    select *, 1 as number from of_outcomes anti join several using (report, identity_id, instance)
    union all
    select *, row_number() over (partition by report, identity_id, instance order by code, outcome, reason, stated)
    from of_outcomes semi join several using (report, identity_id, instance)
)
select
    report, identity.identity, instance, term.code, term.hindrance, term.note as term_note, term.page as term_page, term.particulars as term_particulars,
    term.total, term.parts, term.others, judged.outcome, (judged.code is not distinct from term.code and judged.note is not distinct from term.note) as is_same,
    if(is_same, null, judged.code) as own_code, if(is_same, null, judged.note) as own_note, judged.page, judged.particulars, amount_said(judged.stated) as stated,
    amount_said(judged.residual) as residual, if(judged.expected is distinct from judged.stated - judged.residual, judged.expected, null) as own_expected,
    step_said(judged.bound) as bound, step_said(judged.sigma) as sigma, judged.reason, judged.amount_ids
from numbered_term as term
full join numbered_outcome as judged using (report, identity_id, instance, number)
join identity_number as identity using (identity_id)
order by report, identity.identity, instance, number
