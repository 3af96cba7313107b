-- zh: 科目名称应当与当年《政府收支分类科目》一致
-- en: Functional and economic names must agree with the classification of the year
-- name: names_agree_with_the_classification
-- tolerance: INT
-- severity: warning
-- why: 编码与名称一一对应
-- fault_zh: 第{pages}页{pairs_zh}
-- fault_en: page {pages}: {pairs_en}
from contradictions('C-24', 'final')
