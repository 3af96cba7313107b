-- zh: 编制说明中本年数减去增减额应当等于预算表印出的上年数
-- en: Prose of a budget: the amount less its change must equal last year as P7 or P5 prints it
-- name: changes_lead_back_to_last_year_as_printed
-- tolerance: DIFF
-- severity: error
-- any_of: P7, P5
-- why: 同一事实印两处
-- fault_zh: {turned.at_zh} {turned.name}：说的是{said_zh}{turned.printed}，与本年数和预算表所印上年数不合，写作{other_zh}则相合
-- fault_en: {turned.at_en}, {turned.name}: {said_en} of {turned.printed} is told, which does not agree with this year's amount and last year's as the form prints it; {other_en} would

with before as (from budget_year_before(true))
from told_the_wrong_way('before')
