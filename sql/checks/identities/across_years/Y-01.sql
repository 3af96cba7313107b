-- zh: 总表年初结转和结余应当等于上年年末结转和结余±所列调整
-- en: T1: the opening balance must be last year's closing balance and the adjustments named
-- name: T1_opening_is_last_years_closing
-- tolerance: SUM
-- severity: warning
-- needs: T1
-- beside: prior_year
-- why: 资金滚存；差错更正、收回、归集调入调出等六种情形可使两者不等，应当列明
from this_year('total', 1, 'T1', 'opening', 'amount')
union all from last_year('part', 1, 'T1', 'closing', 'amount')
union all
select report_id, '', null, 'part', sign, claim_id, amount, half
from checks.opening_adjustment
where report_id in (select report_id from checks.related_report where relation = 'prior_year')
