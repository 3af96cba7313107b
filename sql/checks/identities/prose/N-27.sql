-- zh: 同一事实在说明中重复出现时，数值应当一致
-- en: Prose: a fact said twice must be the same
-- name: a_fact_said_twice_is_the_same
-- tolerance: SAME
-- severity: error
-- why: 同一事实
-- silent: nothing is said twice
with phased as ( -- 年初预算 and 全年预算 are two facts; 预算 alone is the one that is named, where only one is
    select claim.*, place.form, place.line, place.column_key, case
            when claim.role != 'budget' then ''
            when claim.base = 'unstated' and count(distinct claim.base) filter (claim.base != 'unstated') over fact = 1 then max(claim.base) filter (claim.base != 'unstated') over fact
            else claim.base
        end as phase
    from checks.prose_claim as claim
    join reading.claim_cell as place on place.report_id = claim.report_id and place.claim_id = claim.claim_id
    where place.code is null and place.form in ('T5', 'T3', 'T7')
    window fact as (partition by claim.report_id, place.form, place.line, place.column_key)
),
said as (
    select
        *, concat_ws(' ', form, coalesce(line, ''), column_key) as fact,
        row_number() over (partition by report_id, form, line, column_key, phase order by place) as order_said
    from phased
),
budgeted as ( -- an item named again with all that its form prints of it is no item of another unit: its budget is the same
    select claim.*
    from checks.prose_claim as claim
    semi join (
        select report_id, code
        from checks.prose_claim
        where section = 'general_items' and subject = 'function' and role = 'value' and (report_id, code) in (from whole_items())
        group by report_id, code having count(distinct statement) > 1 and count(distinct amount) = 1
    ) as named using (report_id, code)
    where claim.section = 'general_items' and claim.subject = 'function' and claim.role = 'budget'
),
again as (
    select
        later.report_id, concat_ws(' ', '再述', later.fact, later.place) as instance, later.claim_id as stated_id, later.amount as stated,
        later.half as stated_half, first.claim_id as expected_id, first.amount as expected, first.half as expected_half
    from said as later
    join said as first on first.report_id = later.report_id and first.fact = later.fact and first.phase = later.phase and first.order_said = 1
    where later.order_said > 1
    union all
    select
        later.report_id, concat_ws(' ', '具体', later.place), later.claim_id, later.amount, later.half, first.claim_id, first.amount, first.half
    from checks.said_again as pair
    join checks.prose_claim as later on later.report_id = pair.report_id and later.claim_id = pair.claim_id
    join checks.prose_claim as first on first.report_id = pair.report_id and first.claim_id = pair.first_id
    union all
    select
        report_id, concat_ws(' ', '科目', place), claim_id, amount, half, first_value(claim_id) over item, first_value(amount) over item, first_value(half) over item
    from budgeted
    window item as (partition by report_id, code, base order by place)
    qualify row_number() over item > 1
)
from two_terms('again')
