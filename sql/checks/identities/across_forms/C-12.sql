-- zh: 每个末级科目的各类财政拨款支出之和应当不大于全部支出
-- en: For every leaf code fiscal expenditure must not exceed expenditure from all funds
-- name: fiscal_within_all_funds_by_code
-- tolerance: INEQ
-- severity: error
-- needs: T3
-- may_be_empty: T8, T9
-- any_of: T5, U4
-- why: 财政拨款是全部资金的一部分
from leaves('total', 1, 'T5', 'total')
union all from leaves('total', 1, 'T8', 'total')
union all from leaves('total', 1, 'T9', 'total')
union all from leaves('total', 1, 'U4', 'total') anti join form_there('T5') using (report_id)
union all from leaves('part', 1, 'T3', 'total')
