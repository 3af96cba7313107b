-- zh: 编制说明中的本年数应当不小于比上年的增加额
-- en: Prose of a budget: an increase must not be above the amount it led to
-- name: increases_of_budgets_within_the_amount
-- tolerance: INEQ
-- severity: error
-- why: 上年数不为负
-- silent: no increase beside its amount

-- where the increase is half the amount or more: elsewhere it tells nothing of either number, and must not speak for them where a rate does not fit
with increase as (
    from checks.budget_change
    where sign > 0 and 2 * change >= amount
    qualify row_number() over (partition by report_id, change_id order by place) = 1
)
select report_id, place as instance, code, 'total' as side, 1 as weight, change_id as amount_id, change as value_yuan, change_half as half_step_yuan from increase
union all
select report_id, place, code, 'part', 1, value_id, amount, half from increase
