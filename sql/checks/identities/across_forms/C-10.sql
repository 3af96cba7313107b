-- zh: 财政拨款总表国有资本经营栏应当与国有资本经营决算表一致
-- en: The state capital column of T4 must equal T9
-- name: T4_state_capital_equals_T9
-- tolerance: SAME
-- severity: fatal
-- needs: T4, T9
-- why: 同一事实印在两张表
from fund_form('state_capital', 'T9')
