-- zh: 项目支出预算表的每行应当等于所属各行之和
-- en: PX: each row must equal the sum of the rows that are its parts
-- name: PX_projects_add_up
-- tolerance: SUM
-- severity: error
-- needs: PX
-- why: 清单逐级汇总；所属关系由所印的单位、类别与各行之和判定
from budget_list('PX')
