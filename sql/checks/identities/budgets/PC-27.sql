-- zh: 结转资金支出表的每行应当等于所属各行之和
-- en: PC: each row must equal the sum of the rows that are its parts
-- name: PC_projects_add_up
-- tolerance: SUM
-- severity: error
-- needs: PC
-- why: 清单逐级汇总；所属关系由所印的单位、类别与各行之和判定
from budget_list('PC')
