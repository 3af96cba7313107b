-- zh: 没有报表的编制说明，总额应当等于其下所列各项之和
-- en: Prose of a budget without forms: a total must equal the sum of what is listed below it
-- name: totals_said_alone_are_the_sum_of_their_list
-- tolerance: SUM
-- severity: error
-- silent: its form is there or not all parts are told
-- why: 部分之和等于整体

-- Without the forms nothing says whether a list (其中：…) is all there is. One that adds up is; one that does not is judged only where two digits of
-- one of its numbers, put the other way round, make it add up.
with claim as (from budget_claims_alone()),
list as (
    select
        whole.report_id, whole.place as whole_place, whole.claim_id as whole_id, whole.value_yuan as whole_yuan, whole.half_step_yuan as whole_half, part.kind,
        part.subject, part.code, part.place, part.claim_id, part.value_yuan, part.half_step_yuan,
        -- a list ends where another total of its kind begins, that of a nature at the next nature
        count(*) filter (
            part.subject in (select whole from budget_lists()) and part.subject not in ('basic', 'project') or part.subject in ('income_general_budget', 'income_fiscal') and whole.subject not in ('income_grand_total', 'fiscal_grand_total')
            or whole.subject in ('basic', 'project') and part.subject in ('basic', 'project') or whole.subject = 'income_grand_total' and part.kind is distinct from 'source'
        ) over (partition by whole.report_id, whole.place order by part.place) as ended,
        lists.kind is not null as is_listed
    from claim as whole
    join claim as part on part.report_id = whole.report_id and part.section = whole.section and part.place > whole.place
    left join budget_lists() as lists on lists.whole = whole.subject and lists.kind = part.kind
    where whole.subject in (select whole from budget_lists()) and whole.code is null
),
told as (
    select *, min(place) over run as first_place, count(*) over run as parts, sum(value_yuan) over run - whole_yuan as above, sum(half_step_yuan) over run + whole_half as bound
    from list
    where ended = 0 and is_listed and not (kind = 'cost' and subject in ('purchase', 'running') and exists (
        from list as held where held.report_id = list.report_id and held.whole_place = list.whole_place and held.ended = 0 and held.subject = 'vehicles'
    ))
    window run as (partition by report_id, whole_place, kind)
    qualify count(*) over run > 1 and count(distinct concat_ws(' ', subject, code)) over run = count(*) over run
),
turned as (
    select
        report_id, whole_place, kind, any_value(first_place) as first_place, abs(any_value(above)) <= any_value(bound) as is_exact,
        bool_or(swapped_by(value_yuan, half_step_yuan, -above, bound)) or bool_or(swapped_by(whole_yuan, whole_half, above, bound)) as is_turned
    from told
    group by report_id, whole_place, kind
),
kept as ( -- of several totals that a list may be of, that which it makes; else none
    select *
    from turned
    qualify is_exact or not bool_or(is_exact) over (partition by report_id, kind, first_place) and count(*) over (partition by report_id, kind, first_place) = 1
)
select
    told.report_id, told.whole_place || ' ' || told.kind as instance, null as code, 'part' as side, 1 as weight, told.claim_id as amount_id, told.value_yuan, told.half_step_yuan,
    if(kept.is_exact or kept.is_turned, null, 'parts are not all printed') as hindrance
from told
join kept using (report_id, whole_place, kind)
union all
select distinct told.report_id, told.whole_place || ' ' || told.kind, null, 'total', 1, told.whole_id, told.whole_yuan, told.whole_half, if(kept.is_exact or kept.is_turned, null, 'parts are not all printed')
from told
join kept using (report_id, whole_place, kind)
