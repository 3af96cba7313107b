-- zh: 目录所印年度应当为决算年度
-- en: The contents list must print the fiscal year
-- name: contents_name_the_fiscal_year
-- tolerance: INT
-- severity: warning
-- why: 一份报告只有一个年度
-- fault_zh: 第{pages}页目录写作{written}年度，报告为{known}年度
-- fault_en: page {pages}: the contents list prints {written}, the report is of {known}
from contradictions('S-09', 'final')
