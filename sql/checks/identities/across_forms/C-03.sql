-- zh: 收入决算表财政拨款收入应当等于总表三类财政拨款之和
-- en: Fiscal appropriation in T2 must equal the three funds of T1
-- name: T2_fiscal_appropriation_equals_T1
-- tolerance: SUM
-- severity: fatal
-- needs: T1, T2
-- why: 财政拨款由三类组成
from pick('total', 1, 'T2', 'total', 'fiscal')
union all from pick('part', 1, 'T1', 'fiscal', 'amount')
union all
select * from lines('T1', 'amount', '', ['general_budget', 'government_fund', 'state_capital']) anti join fiscal_line_there() using (report_id)
