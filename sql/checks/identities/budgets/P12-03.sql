-- zh: 政府采购预算表的每行应当等于所属各行之和
-- en: P12: each row must equal the sum of the rows that are its parts
-- name: P12_items_add_up
-- tolerance: SUM
-- severity: error
-- needs: P12
-- why: 清单逐级汇总；所属关系由所印的单位、类别与各行之和判定
from budget_list('P12')
