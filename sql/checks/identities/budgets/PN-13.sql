-- zh: 编制说明中“三公”经费的增减额应当等于各项增减额之和，公务用车购置及运行费的应当等于购置费、运行费之和
-- en: Prose of a budget: the change of the three public expenses must equal the changes of its parts, that of vehicles those of purchase and running
-- name: change_of_three_public_is_of_its_parts
-- tolerance: DIFF
-- severity: error
-- why: “三公”经费的构成
-- fault_zh: {turned.at_zh} {turned.name}：说的是{said_zh}{turned.printed}，与同处所说总额及其他各项的增减额不合，写作{other_zh}则相合
-- fault_en: {turned.at_en}, {turned.name}: {said_en} of {turned.printed} is told, which does not agree with the changes of the total and of the other parts told with it; {other_en} would
with said as ( -- what is said to be the same has no amount
    select
        claim.report_id, claim.claim_id, split_part(claim.claim_id, '-', 3) as place, claim.subject, claim.role, claim.base, claim.value_yuan, claim.half_step_yuan,
        if(claim.direction = 'down', -1, 1) as sign
    from reading.claim as claim
    join star.dim_budget as budget on budget.report_id = claim.report_id and budget.is_current
    where claim.section = 'three_public' and claim.subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception') and len(claim.doubts) = 0
        and (claim.role = 'change' and claim.direction in ('up', 'down') and claim.value_yuan is not null or claim.role = 'direction' and claim.direction = 'same')
    qualify row_number() over (partition by claim.report_id, claim.subject order by claim.claim_id) = 1
),
whole as ( -- reports that say of each part how it changes, and of none against another year
    select report_id, bool_or(subject = 'vehicles') as has_vehicles
    from said
    group by report_id
    having bool_or(subject = 'three_public' and role = 'change') and bool_or(subject = 'abroad') and bool_or(subject = 'reception')
        and (bool_or(subject = 'vehicles') or count(*) filter (subject in ('purchase', 'running')) = 2) and count(distinct base) filter (role = 'change') = 1
),
changes as (
    select
        report_id, '' as instance, null as code, if(subject = 'three_public', 'total', 'part') as side, sign as weight, claim_id as amount_id, value_yuan, half_step_yuan
    from said
    join whole using (report_id)
    where role = 'change' and not (has_vehicles and subject in ('purchase', 'running'))
        and report_id in (select report_id from said where role = 'change' and subject != 'three_public')
    union all
    select report_id, 'vehicles', null, if(subject = 'vehicles', 'total', 'part'), sign, claim_id, value_yuan, half_step_yuan
    from said
    where subject in ('vehicles', 'purchase', 'running') and role = 'change' and report_id in (
        select report_id
        from said
        where subject in ('vehicles', 'purchase', 'running')
        group by report_id
        having count(*) = 3 and count(*) filter (role = 'change') > 1 and bool_or(subject = 'vehicles' and role = 'change') and count(distinct base) = 1
    )
)
from told_the_wrong_way('changes')
