-- Macros of the tables as they are stored.

-- every printed number: its place in its report (claims below 0), and what it counts for in an identity
create or replace temp macro numbers_in_order() as table
select report_id, amount_id, (row_number() over (partition by report_id order by amount_id))::integer as number, value_yuan, half_step_yuan, bbox
from reading.amount
union all
select
    report_id, claim_id, (-row_number() over (partition by report_id order by claim_id))::integer, claim_amount(value_yuan, value),
    claim_half(role, half_step_yuan, decimals), bbox
from reading.claim;

-- the same numbers once, for the terms of one chunk of reports after the other
create or replace temp table number_in_order as
select amount_id, number, value_yuan, half_step_yuan
from numbers_in_order()
order by amount_id;

-- the terms of an instance in one row: as many rows as they differ in code, hindrance and note
create or replace temp macro terms_by_instance() as table
with placed as (
    select
        term.*, if(term.amount_id[:16] = term.report_id[:16], null, other.report_id) as other_id, printed.number, if(printed.number is null, term.amount_id, null) as own_id,
        (
            printed.number is null or printed.value_yuan is distinct from term.value_yuan or printed.half_step_yuan is distinct from term.half_step_yuan
        ) as is_own
    from checks.term as term
    left join number_in_order as printed using (amount_id)
    left join reading.report as other on other.report_id[:16] = term.amount_id[:16]
    where is_due(term.report_id)
)
select
    report_id, identity_id, instance, code, hindrance, note, page, particulars, list_sort(list({
        'is_total': side = 'total', 'weight': weight, 'other_id': other_id, 'number': number, 'own_id': own_id, 'is_own': is_own,
        'value_yuan': if(is_own, value_yuan, null), 'half_step_yuan': if(is_own, half_step_yuan, null)
    })) as terms -- sorted in the list's own order costs a sixth
from placed
group by report_id, identity_id, instance, code, hindrance, note, page, particulars;
