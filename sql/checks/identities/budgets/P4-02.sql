-- zh: 财政拨款收支预算总表的收入总计应当等于本年收入合计与其下各项之和，没有本年收入合计的等于各项收入之和
-- en: P4: total income must equal income of the year and what stands below it, or the sum of all sources
-- name: P4_total_income_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 财政拨款收支预算总表的定义
from budget_income_total('P4')
