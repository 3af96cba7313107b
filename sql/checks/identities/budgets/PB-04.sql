-- zh: 基本支出预算表（按单位）的每行应当等于所属各行之和
-- en: PB by unit: each row must equal the sum of the rows that are its parts
-- name: PB_units_add_up
-- tolerance: SUM
-- severity: error
-- needs: PB
-- why: 清单逐级汇总；所属关系由所印的单位、类别与各行之和判定
from budget_list('PB')
