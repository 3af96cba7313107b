-- zh: 基本支出决算表的公用经费合计应当等于商品和服务支出＋资本性支出等
-- en: T6: public expenses must equal classes 302, 307, 309 to 313 and 399
-- name: T6_public_equals_its_classes
-- tolerance: SUM
-- severity: fatal
-- needs: T6
-- why: 公用经费的定义
from half_of_classes('public', ['302', '307', '309', '310', '311', '312', '313', '399'])
