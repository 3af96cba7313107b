-- zh: 2018年起，机关运行经费的每个科目应当不大于一般公共预算基本支出表的同一科目
-- en: From 2018 on P14, code by code, must not be above P6
-- name: P14_items_within_P6
-- tolerance: INEQ
-- severity: error
-- needs: P6, P14
-- why: 机关运行经费是公用经费的一部分；2017年尚含项目支出
with side as (
    from budget_codes('total', 'P14', 'amount')
    where report_id in (select report_id from star.disclosure where fiscal_year >= 2018)
    union all
    from budget_codes('part', 'P6', 'amount')
)
from both_sides('side')
