-- zh: 预算的每张表重复印出的合计行应当相同
-- en: Every form of a budget: a total row printed twice must show the same amounts
-- name: totals_of_budgets_printed_twice_are_the_same
-- tolerance: SAME
-- severity: error
-- any_of: P1, P2, P3, P4, P5, P6, P8, P9
-- why: 同一合计
-- silent: no total printed twice
from totals_again(true)
