-- zh: 财政拨款总表政府性基金栏应当与政府性基金决算表一致（年初、收入、支出、年末与各类）
-- en: The government fund column of T4 must equal T8
-- name: T4_government_fund_equals_T8
-- tolerance: SAME
-- severity: fatal
-- needs: T4, T8
-- why: 同一事实印在两张表
from fund_form('government_fund', 'T8')
