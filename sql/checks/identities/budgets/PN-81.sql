-- zh: 编制说明中从零增加的，除惯称增长100%外应当不列增长率
-- en: Prose of a budget: no rate must be given on a base of zero, but for the growth of 100% by convention
-- name: no_growth_of_budgets_from_zero
-- tolerance: INT
-- severity: error
-- why: 零不能作除数
-- silent: no increase beside its amount
-- fault_zh: {amount.at_zh} {amount.name}：增加额就是本年数，上年为零，增长率没有定义
-- fault_en: {amount.at_en}, {amount.name}: the increase is all of the amount, the year before is zero, and the rate is not defined

-- 0万元，增加0万元 is from zero too; a rate of thousands may be that of an amount of the year before which is too small to be printed
with grown as (
    select
        growth.report_id, growth.place as instance, growth.code, growth.claim_id as stated_id,
        increase.change = increase.amount and growth.amount not in (0, 100) and growth.amount < 1000 as stated, 0 as expected
    from checks.budget_claim as growth
    join checks.budget_change as increase
        on increase.report_id = growth.report_id and increase.statement = growth.statement and increase.subject = growth.subject and increase.base = growth.base
        and increase.place < growth.place and increase.code is not distinct from growth.code
    where growth.role = 'growth' and growth.direction = 'up' and increase.sign > 0
    qualify row_number() over (partition by growth.report_id, growth.claim_id order by increase.place desc) = 1
)
from two_terms('grown')
