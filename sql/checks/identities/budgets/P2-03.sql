-- zh: 收入预算总表的合计应当等于各单位之和
-- en: P2: the total must equal the sum of the units where the form has a row a unit
-- name: P2_units_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P2
-- why: 部门预算由本级及所属单位预算组成
from budget_units('P2')
