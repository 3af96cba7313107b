-- zh: 编制说明中单位的各项支出分列时，应当与概述该单位的一句一致
-- en: Prose of a budget: what is told of a unit item by item must equal what the sentence about the whole unit says
-- name: unit_said_twice_alike
-- tolerance: SAME
-- severity: error
-- why: 同一事实说两处
with side as ( -- of what is told below the sentence the first of each nature
    select
        report_id, concat_ws(' ', unit_place, subject) as instance, null as code, if(is_first, 'total', 'part') as side, 1 as weight,
        claim_id as amount_id, value_yuan, half_step_yuan
    from budget_units_told()
    where is_nature
    qualify row_number() over (partition by report_id, unit_place, is_first, subject order by place) = 1
)
from both_sides('side')
