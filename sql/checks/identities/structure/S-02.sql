-- zh: 封面、标题、各部分的年度一致
-- en: Cover, headings and tables name the same fiscal year
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个年度
from contradictions('S-02')
