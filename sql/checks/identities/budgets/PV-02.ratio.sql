-- zh: 预算表的增减率应当等于（本年预算数－上年数）÷上年数
-- en: Forms of a budget: a printed rate of change must be the change over the amount of the year before
-- name: printed_rates_of_change_are_quotients
-- tolerance: SHARE
-- severity: error
-- any_of: P5, P7, P8, P9, P1, P4
-- why: 增减率的定义
-- silent: the form has no such column
select
    said.report_id, said.place as instance, said.code, 100 as factor, said.sign * said.change as stated, said.change_half as stated_half,
    coalesce(said.amount, 0) - said.prior as part, coalesce(said.half, 0) + said.prior_half as part_half, said.prior as whole, said.prior_half as whole_half,
    [said.change_id, said.value_id, said.prior_id] as amount_ids
from checks.printed_change as said
where said.is_rate
