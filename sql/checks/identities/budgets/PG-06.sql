-- zh: 政府性基金预算收支表按经济分类列示的支出，每行应当等于所属各行之和
-- en: PG: of expenditure by economic classification each row must equal the sum of the rows that are its parts
-- name: PG_economic_rows_add_up
-- tolerance: SUM
-- severity: error
-- needs: PG
-- why: 支出经济分类逐级汇总；所属关系由所印的序号与各行之和判定
from budget_list('PG')
