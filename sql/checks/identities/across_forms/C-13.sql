-- zh: 每个末级科目的财政拨款基本（项目）支出应当不大于全部基本（项目）支出
-- en: For every leaf code basic (project) expenditure from fiscal money must not exceed that from all funds
-- name: fiscal_basic_and_project_within_all_funds
-- tolerance: INEQ
-- severity: error
-- needs: T3
-- may_be_empty: T8, T9
-- any_of: T5, U4
-- why: 财政拨款是全部资金的一部分
from leaves('total', 1, 'T5', 'basic')
union all from leaves('total', 1, 'T8', 'basic')
union all from leaves('total', 1, 'T9', 'basic')
union all from leaves('total', 1, 'U4', 'basic') anti join form_there('T5') using (report_id)
union all from leaves('total', 1, 'T5', 'project')
union all from leaves('total', 1, 'T8', 'project')
union all from leaves('total', 1, 'T9', 'project')
union all from leaves('total', 1, 'U4', 'project') anti join form_there('T5') using (report_id)
union all from leaves('part', 1, 'T3', 'basic')
union all from leaves('part', 1, 'T3', 'project')
