-- Macro of changes that the prose says the wrong way round

-- changes of the right amount in the wrong direction: 本年 X，上年 Y，增加 Y－X. The words are wrong, no number is: N-24 says so, and nothing is worked out
-- of such a change
create or replace macro turned_changes() as table
select
    change.report_id, change.place, change.code, change.claim_id, if(change.direction = 'down', -1, 1) as said, value.amount - earlier.amount as moved,
    value.half + earlier.half as slack, value.claim_id as value_id, earlier.claim_id as other_id, '上年数' as base_zh, 'last year' as base_en
from checks.prose_claim as change
join checks.prose_claim as value
    on value.report_id = change.report_id and value.statement = change.statement and value.subject = change.subject and value.role = 'value'
join checks.prose_claim as earlier
    on earlier.report_id = change.report_id and earlier.statement = change.statement and earlier.subject = change.subject and earlier.role = 'prior'
where change.role = 'change' and change.base = 'prior_year' and change.direction in ('up', 'down')
    and abs(value.amount - earlier.amount) > value.half + earlier.half
    and sign(value.amount - earlier.amount) = if(change.direction = 'down', 1, -1)
    and abs(abs(value.amount - earlier.amount) - change.amount) <= value.half + earlier.half + change.half
qualify row_number() over (partition by change.claim_id order by value.place, earlier.place) = 1;
