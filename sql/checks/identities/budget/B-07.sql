-- zh: 各项级科目预算之和应当等于一般公共预算支出预算
-- en: Prose: budgets of the items must add up to their total
-- name: item_budgets_add_up
-- tolerance: SUM
-- severity: warning
-- why: 预算合计的定义
-- silent: no section of items
-- fault_zh: {claim.says_zh}，所列各项级科目的预算之和为{sum}万元，少{short}万元；没有支出的科目可能没有列出
-- fault_en: {claim.says_en}, the budgets of the items listed add up to {sum}万元, less by {short}万元; items of which nothing was spent may not be listed

-- budgets of one phase said for every item against the one said in total, where the items are all the items
with total as (
    select report_id, base, claim_id, amount, half from checks.prose_claim
    where section = 'general_items' and subject = 'general_budget' and role = 'budget'
    qualify row_number() over (partition by report_id, base order by place) = 1
),
statement as (
    select
        report_id, statement, min(label) as label, min(code) as code, max(amount) filter (role = 'value') as final, max(half) filter (role = 'value') as half,
        lag(bool_or(role = 'budget')) over said or coalesce(lag(min(label)) over said, '') != coalesce(min(label), '') or coalesce(lag(min(code)) over said, '') != coalesce(min(code), '') as begins
    from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role in ('value', 'budget')
    group by report_id, statement
    window said as (partition by report_id order by statement)
),
item as ( -- an amount told beside the name of an item, before its budget, is of the statement of that budget
    select report_id, max(statement) as statement, max(final) as final, max(half) as half
    from (select *, sum(begins::int) over (partition by report_id order by statement) as item from statement)
    group by report_id, item having max(final) is not null
),
budget as (
    select report_id, statement, base, claim_id, amount, half from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role = 'budget'
    qualify row_number() over (partition by report_id, statement, base order by place) = 1
),
complete as ( -- is_short: less than the total, where no item is listed of which nothing was spent; no number is wrong for that
    select total.*, sum(budget.amount) as listed, total.amount - listed > sum(budget.half) + total.half and min(item.final) > 0 as is_short
    from total
    join item using (report_id)
    join checks.prose_claim as whole
        on whole.report_id = total.report_id and whole.section = 'general_items' and whole.subject = 'general_budget' and whole.role = 'value'
    left join budget on budget.report_id = item.report_id and budget.statement = item.statement and budget.base = total.base
    group by total.report_id, total.base, total.claim_id, total.amount, total.half, whole.claim_id, whole.amount, whole.half
    having count(budget.claim_id) = count(*) and abs(sum(item.final) - whole.amount) <= sum(item.half) + whole.half
),
told as ( -- is_short is null where not every item is named with its budget
    select *, 'total' as side, if(is_short is null, 'not every item is named with its budget', null) as hindrance
    from total left join (select report_id, base, is_short from complete) using (report_id, base) semi join budget using (report_id)
    union all by name
    select budget.*, 'part' as side, is_short from budget join complete using (report_id, base) where not is_short
),
short as (
    select
        complete.report_id, complete.base as instance, 0 as stated, 1 as expected, '各项预算之和小于合计' as note, said.page,
        map {'claim_id': claim_id, 'sum': format('{:,.2f}', listed / 10000), 'short': format('{:,.2f}', (amount - listed) / 10000)} as particulars
    from complete join reading.claim as said using (report_id, claim_id) where is_short
)
select report_id, base as instance, null as code, side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan, hindrance from told where is_short is not true
union all by name
from two_terms('short')
