-- zh: 封面、标题、各表的单位名称一致
-- en: Cover, headings and tables name the same unit
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个单位
from contradictions('C-23')
