-- zh: 财政拨款收入支出决算总表的收入总计应当等于本年收入合计＋年初财政拨款结转和结余
-- en: T4: total income must equal income of the year and opening balance
-- name: T4_total_income_is_income_and_opening
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 总计的定义
from lines('T4', 'amount', 'income_grand_total', ['income_total', 'opening'])
