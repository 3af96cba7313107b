-- zh: “三公”经费决算应当不小于基本支出中的相应经济科目
-- en: Each three-public item must be at least its economic item in basic expenditure
-- name: three_public_at_least_basic_items
-- tolerance: INEQ
-- severity: warning
-- needs: T6, T7
-- why: “三公”经费含基本与项目两部分
with pair(item, code) as (values ('abroad', '30212'), ('reception', '30217'), ('running', '30231'), ('purchase', '31013'))
select cell.report_id, pair.item as instance, pair.code, 'total' as side, 1 as weight, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join pair on cell.code = pair.code
where cell.form = 'T6' and not cell.is_within
union all
select cell.report_id, pair.item, pair.code, 'part', 1, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.public_expense as cell
join pair on cell.item = pair.item
where cell.phase = 'final' and not cell.is_within
