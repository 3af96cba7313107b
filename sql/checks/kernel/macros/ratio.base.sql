-- Macros for the quotients of an identity, whose columns are report_id, instance, code, factor, stated, stated_half, part, part_half, whole, whole_half, amount_ids

-- a number small enough to be multiplied with another; null for one too large to be an amount (the wider type makes DuckDB
-- multiply in 38 digits)
create or replace macro narrow(x) as try_cast(x as decimal(18, 5))::decimal(20, 5);

-- whether a stated percent may be 100 · part / whole, as far as the printed decimals tell; null where a number is too large
create or replace macro may_be_percent(stated, stated_half, part, part_half, whole, whole_half) as
    100 * narrow(part - part_half) <= narrow(stated + stated_half) * narrow(whole + whole_half)
    and 100 * narrow(part + part_half) >= narrow(stated - stated_half) * narrow(whole - whole_half);

-- what the report gives for a total: its tables before its prose
create or replace macro whole() as table
select report_id, subject, value_yuan as amount, half_step_yuan as half, amount_id, 0 as rank
from checks.form_amount
join reference.total_cell using (form, line, column_key)
where value_yuan is not null and not in_doubt and is_main
union all
select report_id, subject, amount, half, claim_id, 1
from checks.prose_claim
where role = 'value' and subject not in ('reason', 'function', 'project_money', 'profile');
