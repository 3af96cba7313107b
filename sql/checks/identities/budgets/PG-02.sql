-- zh: 政府性基金预算收支表的收入总计应当等于本年收入合计与其下各项之和，没有本年收入合计的等于各项收入之和
-- en: PG: total income must equal income of the year and what stands below it, or the sum of all sources
-- name: PG_total_income_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: PG
-- why: 政府性基金预算收支表的定义
from budget_income_total('PG')
