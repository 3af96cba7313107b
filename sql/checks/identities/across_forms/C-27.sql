-- zh: 财政拨款总表一般公共预算栏应当与一般公共预算收入支出决算表一致（年初、收入、支出、年末与各类）
-- en: The general budget column of T4 must equal B5 (opening, income, expenditure, closing and the classes)
-- name: T4_general_budget_equals_B5
-- tolerance: SAME
-- severity: fatal
-- needs: T4, B5
-- why: 同一事实印在两张表
from fund_form('general_budget', 'B5') semi join form_there('B5') using (report_id)
