-- zh: 编制说明中收入、支出总额相同且增减额相同的，增减用语应当一致
-- en: Prose of a budget: of income and expenditure with equal totals and equal changes, the changes must go the same way
-- name: both_sides_change_one_way
-- tolerance: INT
-- severity: error
-- why: 收支平衡：上年预算的收入总额也等于支出总额
-- fault_zh: {amount.at_zh} {amount.name}：说的是{said_zh}{amount.printed}，而{income.at_zh} {income.name}说的是{other_zh}{income.printed}，收支总额相同（{value.printed}），必有一处用语有误
-- fault_en: {amount.at_en}, {amount.name}: {said_en} by {amount.printed} is said, yet of {income.name} {income.at_en} {other_en} by {income.printed}; both totals are {value.printed}, so one of the words is wrong

-- changes of the same amount alone: where they differ, one side may hold what the other leaves out
with way(sign, zh, en) as (values (1, '增加', 'an increase'), (-1, '减少', 'a decrease')),
paired as (
    select
        spent.report_id, spent.place as instance, null as code, spent.change_id as stated_id, spent.sign as stated, income.change_id as expected_id, income.sign as expected,
        map {'income_id': income.change_id, 'value_id': spent.value_id, 'said_zh': said.zh, 'said_en': said.en, 'other_zh': other.zh, 'other_en': other.en} as particulars
    from checks.budget_change as spent
    join checks.budget_change as income
        on income.report_id = spent.report_id and income.subject = 'income_grand_total' and income.base = spent.base
        and abs(income.amount - spent.amount) <= income.half + spent.half and abs(income.change - spent.change) <= income.change_half + spent.change_half
    join way as said on said.sign = spent.sign
    join way as other on other.sign = income.sign
    where spent.subject = 'expenditure_grand_total' and spent.base = 'prior_budget' and spent.change > 0
    qualify row_number() over (partition by spent.report_id, spent.change_id order by income.place) = 1
)
from two_terms('paired')
