-- Macros of the instances.

-- an amount in 元, and a half step or the like, as text (sql/macros/stored.sql: amount_from, step_from): of 18 digits four times as fast as of more
create or replace temp macro amount_said(amount) as coalesce(try_cast(amount as decimal(18, 4))::varchar, amount::varchar);
create or replace temp macro step_said(step) as coalesce(try_cast(step as decimal(18, 6))::varchar, step::varchar);

-- the terms of an instance in one row, as many rows as they differ in code, hindrance and note
-- plain: an amount of the report itself as it is printed, taken once; all others are told in full
create or replace temp macro terms_by_instance() as table
with placed as (
    select
        term.*, report.report, printed.number, if(printed.number is null, term.amount_id, null) as own_id,
        (
            printed.number is null or printed.value_yuan is distinct from term.value_yuan or printed.half_step_yuan is distinct from term.half_step_yuan
        ) as is_own,
        (term.weight = 1 and not is_own and printed.report = report.report) as is_plain
    from checks.term as term
    join report_number as report using (report_id)
    left join numbers_due() as printed using (amount_id)
    where is_due(term.report_id)
)
select * exclude (totals, own_terms), totals[1] as total, nullif(list_concat(own_terms, list_transform(totals[2:], lambda number: {
    'is_total': true, 'weight': 1, 'number': number, 'own_id': null, 'is_own': false, 'value_yuan': null, 'half_step_yuan': null
})), []) as others
from (
    select
        report, identity_id, instance, code, hindrance, note, page, particulars,
        list_sort(list(number) filter (is_plain and side = 'total')) as totals,
        list_sort(list(number) filter (is_plain and side = 'part')) as parts, list_sort(list({
            'is_total': side = 'total', 'weight': weight, 'number': number, 'own_id': own_id, 'is_own': is_own,
            'value_yuan': if(is_own, value_yuan, null), 'half_step_yuan': if(is_own, half_step_yuan, null)
        }) filter (not is_plain)) as own_terms
    from placed
    group by report, identity_id, instance, code, hindrance, note, page, particulars
);
