-- zh: 封面、标题、各表的单位名称应当一致
-- en: Cover, headings and tables must name the same unit
-- name: the_unit_is_the_same_everywhere
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个单位
-- fault_zh: 第{pages}页{place_zh}的单位名称写作“{written}”，报告的单位为“{known}”
-- fault_en: page {pages}: the unit is written “{written}”, the report is of “{known}”
from contradictions('C-23', 'final')
