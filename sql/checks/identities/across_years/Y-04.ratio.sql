-- 比上年增长 P% without the change: of last year's report
select
    comparison.report_id, comparison.place as instance, comparison.code, 100 as factor, comparison.amount as stated, comparison.half as stated_half,
    if(comparison.direction = 'up', 1, -1) * (comparison.value_amount - last.amount) as part, comparison.value_half + last.half as part_half, last.amount as whole,
    last.half as whole_half, [comparison.claim_id, comparison.value_id, last.amount_id] as amount_ids
from checks.year_comparison as comparison
join checks.prior_amount as last
    on last.report_id = comparison.report_id and last.section = comparison.section and last.subject = comparison.subject and last.code is not distinct from comparison.code
where comparison.role = 'growth' and comparison.value_id is not null and comparison.hindrance is null and not exists (
    from checks.year_comparison as change where change.report_id = comparison.report_id and change.role = 'change' and change.value_id = comparison.value_id
)
