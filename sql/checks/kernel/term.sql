-- 勾稽关系的项：每个恒等式的每次出现中的每个金额 / Terms: every amount on either side of every instance of every identity.
-- identity_id: identity (reference.identity)
-- report_id: report
-- instance: which occurrence within the report
-- code: classification code the instance is about
-- side: total (what is stated) or part (what it should equal)
-- weight: factor of the amount on its side
-- amount_id: printed amount; null for a count
-- value_yuan: value in 元 (a plain number for counts); null for a blank
-- half_step_yuan: half a unit of the last printed decimal; 0 for counts
-- hindrance: why the instance is not evaluable although it is there; null for most
-- note: what is printed, where no amount says it; null for most
-- page: page of the note
-- particulars: named values of the fault's wording in the head of the identity; null for most
select
    identity_id, report_id, instance, code::varchar as code, side, weight::integer as weight, amount_id::varchar as amount_id, value_yuan::decimal(24, 4) as value_yuan,
    half_step_yuan::decimal(24, 6) as half_step_yuan, hindrance, note, page, particulars
from (
select null::varchar as hindrance, null::varchar as note, null::integer as page, null::map(varchar, varchar) as particulars where false -- noqa: AM07
union all by name
-- (the identities' terms)
)
