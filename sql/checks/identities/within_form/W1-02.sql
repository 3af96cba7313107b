-- zh: 收入支出决算总表的收入总计应当等于本年收入合计＋使用非财政拨款结余＋年初结转和结余
-- en: T1: total income must equal income of the year, surplus used and opening balance
-- name: T1_total_income_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: T1
-- why: 财决01表：31＝27＋28＋29
from lines('T1', 'amount', 'income_grand_total', ['income_total', 'surplus_used', 'opening'])
