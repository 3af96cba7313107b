-- zh: 财政拨款总表本年支出合计应当等于一般公共预算＋政府性基金＋国有资本经营支出
-- en: Expenditure of the year in T4 must equal the totals of T5, T8 and T9
-- name: T4_expenditure_equals_T5_T8_T9
-- tolerance: SUM
-- severity: fatal
-- needs: T4, T5
-- may_be_empty: T8, T9
-- why: 财政拨款由三类组成
from pick('total', 1, 'T4', 'expenditure_total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T5', 'total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T8', 'total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T9', 'total', 'total') anti join fund_without_form() using (report_id)
