-- zh: 预算的封面、标题、各表的年度应当一致
-- en: Budget: cover, headings and tables must name the same fiscal year
-- name: fiscal_year_is_the_same_everywhere_in_a_budget
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个年度
-- fault_zh: 第{pages}页{place_zh}写作{written}年度，报告为{known}年度
-- fault_en: page {pages}: {written} is written, the report is of {known}
from contradictions('S-02', 'budget')
