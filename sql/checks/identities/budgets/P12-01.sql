-- zh: 政府采购预算表的合计应当等于货物＋工程＋服务
-- en: P12: the total must equal goods, works and services
-- name: P12_categories_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P12
-- why: 政府采购的三类
select report_id, column_key as instance, null as code, if(line = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P12' and line in ('total', 'goods', 'works', 'services') and column_key in ('amount', 'total') and is_main
