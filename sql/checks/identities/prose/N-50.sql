-- zh: 没有决算表时，结构说明的各类支出应当等于具体说明中该类各项之和
-- en: Prose: without T5 the expenditure of a class in the structure must be the sum of its items spoken of
-- name: class_is_the_sum_of_its_items
-- tolerance: SUM
-- severity: error
-- why: 功能分类逐级汇总；有决算表时分别与表核对（N-07、N-08）

-- where every item is known by its code and none is in doubt, so that no sum lacks one
with unknown as (
    select distinct report_id
    from reading.claim
    where section = 'general_items' and subject in ('function', 'other_kinds') and role = 'value' and (len(doubts) > 0 or coalesce(len(code), 0) != 7)
),
said as (
    select report_id, claim_id, section, code[:3] as class, code, amount, half
    from checks.prose_claim
    where subject = 'function' and role = 'value'
        and (section = 'general_structure' and len(code) = 3 or section = 'general_items' and len(code) = 7)
        and (report_id, claim_id) not in (select report_id, claim_id from checks.said_again)
        and report_id not in (from unknown) and report_id not in (select report_id from form_there('T5'))
    qualify section = 'general_items' or row_number() over (partition by report_id, section, code order by claim_id) = 1
),
shared as (select report_id, class from said group by all having count(distinct section) = 2)
select report_id, '类 ' || class as instance, class as code, if(section = 'general_structure', 'total', 'part') as side, 1 as weight,
    claim_id as amount_id, amount as value_yuan, half as half_step_yuan, null as hindrance
from said
semi join shared using (report_id, class)
union all
select report_id, '', null, 'total', 1, null, null, null, 'its form is there: T5'
from form_there('T5')
