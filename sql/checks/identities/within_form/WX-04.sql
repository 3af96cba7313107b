-- zh: 每张表重复印出的合计行应当相同
-- en: Every form: a total row printed twice must show the same amounts
-- name: totals_printed_twice_are_the_same
-- tolerance: SAME
-- severity: error
-- any_of: T2, T3, T5, U4
-- why: 同一合计
-- silent: no total printed twice
from totals_again(false)
