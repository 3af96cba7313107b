-- zh: 收入支出决算总表的本年收入合计应当等于各项收入之和
-- en: T1: income of the year must equal the sum of its sources
-- name: T1_income_is_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: T1
-- why: 财决01表：27＝Σ(1..8)
from lines('T1', 'amount', 'income_total', ['fiscal', 'superior', 'operating', 'business', 'subordinate', 'other'])
union all
select * from lines('T1', 'amount', '', ['general_budget', 'government_fund', 'state_capital']) anti join fiscal_line_there() using (report_id)
