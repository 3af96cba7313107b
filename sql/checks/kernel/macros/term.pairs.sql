-- Macros for identities that hold one value against one other: what is stated (a count, a yes or no, an amount) and what it should be.

-- the two terms of each row of a table or CTE, named in quotes, with columns report_id, instance, stated, expected;
-- code, stated_id, stated_half, expected_id, expected_half, hindrance, note, page where there are any, and particulars
create or replace macro two_terms(pairs) as table
select
    report_id, instance, code, sides.side, 1 as weight, if(side = 'total', stated_id, expected_id) as amount_id,
    if(side = 'total', stated, expected) as value_yuan,
    coalesce(if(side = 'total', stated_half, expected_half), 0) as half_step_yuan, hindrance, note, page, particulars
from (
    select
        null::varchar as code, null::varchar as stated_id, null::decimal(24, 6) as stated_half, null::varchar as expected_id,
        null::decimal(24, 6) as expected_half, null::varchar as hindrance, null::varchar as note, null::integer as page,
        null::map(varchar, varchar) as particulars
    where false
    union all by name
    from query_table(pairs)
), (values ('total'), ('part')) as sides(side);

-- of a table or CTE of terms, named in quotes, those of the instances that have both sides
create or replace macro both_sides(terms) as table
from query_table(terms) as own
qualify min(own.side) over (partition by own.report_id, own.instance) != max(own.side) over (partition by own.report_id, own.instance);
