-- zh: 编制说明中“三公”经费、会议费、培训费同一项与上年的比较应当前后一致
-- en: Prose of a budget: what is said of one of the three public expenses against the year before must not contradict itself
-- name: comparisons_of_public_costs_agree
-- tolerance: INT
-- severity: error
-- why: 同一比较只有一个方向
-- silent: nothing is said twice
-- fault_zh: 与上年相比，{other.at_zh} {other.name}说的是{first_zh}，{amount.at_zh} {amount.name}说的是{later_zh}
-- fault_en: against the year before {other.at_en}, {other.name}, says {first_en}; {amount.at_en}, {amount.name}, says {later_en}

-- 增加0.00万元 says that nothing changed; 基本持平 may stand beside a small change; the reason right behind a change of nothing says its word again: 减少0万元，下降0%。下降的原因是 …
with compared as (
    select
        text.report_id, claim.claim_id, split_part(claim.claim_id, '-', 3) as place, claim.subject, claim.base, claim.direction,
        claim.role = 'change' and claim.value = 0 as is_none
    from budget_texts() as text
    join reading.claim as claim on claim.report_id = text.said_id
    where claim.section = 'three_public' and claim.subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception', 'conference', 'training')
        and claim.role in ('direction', 'change') and claim.direction in ('above', 'up', 'below', 'down', 'same', 'equal') and starts_with(claim.base, 'prior') and len(claim.doubts) = 0
),
said as (
    select
        report_id, claim_id, place, subject, base, case
            when is_none then 0
            when lag(is_none) over one_thing and lag(direction) over one_thing = direction then null
            else way_of(direction)
        end as sign
    from compared
    window one_thing as (partition by report_id, subject, base order by place)
),
again as (
    from compared_again('said')
)
from two_terms('again')
