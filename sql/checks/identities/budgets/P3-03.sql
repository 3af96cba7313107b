-- zh: 支出预算总表的合计应当等于各单位之和
-- en: P3: the total must equal the sum of the units where the form has a row a unit
-- name: P3_units_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P3
-- why: 部门预算由本级及所属单位预算组成
from budget_units('P3')
