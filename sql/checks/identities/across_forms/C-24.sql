-- zh: 科目名称与当年《政府收支分类科目》一致
-- en: Functional and economic names agree with the classification of the year
-- tolerance: INT
-- severity: warning
-- why: 编码与名称一一对应
from contradictions('C-24')
