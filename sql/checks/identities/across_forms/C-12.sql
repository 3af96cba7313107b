-- zh: 每个末级科目的各类财政拨款支出之和应当不大于全部支出
-- en: For every leaf code fiscal expenditure must not exceed expenditure from all funds
-- name: fiscal_within_all_funds_by_code
-- tolerance: INEQ
-- severity: error
-- needs: T3
-- may_be_empty: T8, T9
-- any_of: T5, U4
-- why: 财政拨款是全部资金的一部分
-- fault_zh: {amount.at_zh} {amount.name}为{amount.printed}，支出决算表没有列编码{code}的科目
-- fault_en: {amount.at_en}, {amount.name}: {amount.printed} is printed, and the form of all expenditure does not list the code {code}
from leaves('total', 1, 'T5', 'total')
union all from leaves('total', 1, 'T8', 'total')
union all from leaves('total', 1, 'T9', 'total')
union all from leaves('total', 1, 'U4', 'total') anti join form_there('T5') using (report_id)
union all from leaves('part', 1, 'T3', 'total')
union all by name
select * exclude (times), concat_ws(' ', code, 'total') as instance
from (
    select *, row_number() over (partition by report_id, code) as times
    from (from not_listed('T5', 'T3') union all from not_listed('U4', 'T3') union all from not_listed('T8', 'T3') union all from not_listed('T9', 'T3'))
)
where times = 1
