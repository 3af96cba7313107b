-- zh: 收入支出决算总表的本年支出合计应当等于各功能分类类级支出之和
-- en: T1: expenditure of the year must equal the sum of its functional classes
-- name: T1_expenditure_is_the_sum_of_classes
-- tolerance: SUM
-- severity: fatal
-- needs: T1
-- why: 财决01表：84＝Σ(32..57)
from lines('T1', 'amount', 'expenditure_total', ['class'])
