-- zh: 没有结转时，收入预算总表每个科目的收入应当等于支出预算总表的同一科目的支出
-- en: P2 and P3 must give each code the same money where none comes from the year before or goes to the next
-- name: P2_items_equal_P3
-- tolerance: SAME
-- severity: fatal
-- needs: P2, P3
-- why: 收支平衡，按科目编制
with side as (
    from budget_codes('total', 'P2', 'total') anti join budget_carried() using (report_id)
    union all
    from budget_codes('part', 'P3', 'total')
)
from both_sides('side')
