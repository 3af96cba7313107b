-- Macro of the extent: every outcome under its duty, at the form or section it is about: an identity of its own goes before
-- the section its claim stands in, the section before the family.
create or replace macro outcomes_by_duty() as table
with placed as (
    select
        identity_id, report_id, instance, arg_max(form, side || form) filter (form is not null) as form,
        min(section) filter (section is not null) as section
    from (
        select term.identity_id, term.report_id, term.instance, term.side, amount.form, claim.section
        from checks.term as term
        left join (select report_id, amount_id, form from reading.amount where is_due(report_id)) as amount on amount.report_id = term.report_id and amount.amount_id = term.amount_id
        left join (select report_id, claim_id, section from reading.claim where is_due(report_id)) as claim on claim.report_id = term.report_id and claim.claim_id = term.amount_id
        where term.amount_id is not null and is_due(term.report_id)
        union all
        select ratio.identity_id, ratio.report_id, ratio.instance, 'total', null, claim.section
        from checks.ratio as ratio
        join (select report_id, claim_id, section from reading.claim where is_due(report_id)) as claim on claim.report_id = ratio.report_id and claim.claim_id = ratio.amount_ids[1]
    )
    group by identity_id, report_id, instance
),
placed_outcome as (
    select
        outcome.report_id, outcome.outcome, outcome.reason, placed.section, identity.identity_id, identity.family,
        if(placed.section is not null, null, coalesce(
            placed.form, named.form, about.form, if(identity.family in ('W', 'C'), coalesce(identity.needs[1], identity.any_of[1]), null)
        )) as form
    from checks.outcome as outcome
    join reference.identity as identity using (identity_id)
    left join placed on placed.identity_id = outcome.identity_id and placed.report_id = outcome.report_id and placed.instance = outcome.instance
    left join reference.form as named on named.form = split_part(outcome.instance, ' ', 1)
    left join reference.form as about on about.form = split_part(outcome.reason, ': ', 2)
    where is_due(outcome.report_id)
)
select
    placed_outcome.report_id, coalesce(own.duty, of_section.duty, of_family.duty) as duty, placed_outcome.form, placed_outcome.section,
    placed_outcome.outcome, placed_outcome.reason
from placed_outcome
left join reference.duty as own on own.about = 'identity' and own.key = placed_outcome.identity_id
left join reference.duty as of_section on of_section.about = 'section' and of_section.key = if(placed_outcome.family in ('N', 'B', 'I', 'P'), placed_outcome.section, null)
left join reference.duty as of_family on of_family.about = 'family' and of_family.key = placed_outcome.family;
