-- zh: 收支预算总表的收入总计应当等于本年收入合计与其下各项之和，没有本年收入合计的等于各项收入之和
-- en: P1: total income must equal income of the year and what stands below it, or the sum of all sources
-- name: P1_total_income_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 收支预算总表的定义
from budget_income_total('P1')
