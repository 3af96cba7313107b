-- 比上年增长 P% without the change: of last year's report
select
    told.report_id, told.place as instance, told.code, 100 as factor, told.amount as stated, told.half as stated_half,
    if(told.direction = 'up', 1, -1) * (told.value_amount - last.amount) as part, told.value_half + last.half as part_half, last.amount as whole,
    last.half as whole_half, [told.claim_id, told.value_id, last.amount_id] as amount_ids
from checks.compared as told
join checks.published as last
    on last.report_id = told.report_id and last.section = told.section and last.subject = told.subject and last.code is not distinct from told.code
where told.role = 'growth' and told.value_id is not null and told.hindrance is null and not exists (
    from checks.compared as change where change.report_id = told.report_id and change.role = 'change' and change.value_id = told.value_id
)
