-- zh: 说明的（总计－增减）－（本年支出－增减）应当等于年初结转和结余
-- en: Prose: last year's total less its expenditure, both as the changes imply, must be the opening balance
-- name: implied_balance_is_the_opening_balance
-- tolerance: SUM
-- severity: warning
-- silent: parts are not all printed
-- why: 上年总计减上年支出为上年年末结转；有结余分配或使用非财政拨款结余的不评价

-- last year's total less its expenditure is what this year opens with, unless surplus is used or allocated; without T1 the
-- opening balance is 总计 less 本年收入, so that 本年收入 = 本年支出 + Δ总计 − Δ支出
with change as (
    select *, if(direction = 'up', 1, -1) as sign
    from checks.year_comparison
    where role = 'change' and value_id is not null and section in ('overall', 'expenditure') and subject in ('grand_total', 'expenditure_total')
    qualify row_number() over (partition by report_id, subject order by place) = 1
),
both_changes as (
    select report_id, min(hindrance) as hindrance from change group by report_id having count(*) = 2
),
opening as (
    from pick('total', 1, 'T1', 'opening', 'amount')
    union all
    select * from claim_side('total', 1, ['income'], ['income_total'], 'value') anti join form_there('T1') using (report_id)
),
term as (
    select report_id, 'part' as side, if(subject = 'grand_total', 1, -1) as weight, value_id as amount_id, value_amount as value_yuan, value_half as half_step_yuan
    from change where report_id in (from form_there('T1'))
    union all
    select report_id, 'part', 1, value_id, value_amount, value_half
    from change where subject = 'expenditure_total' and report_id not in (from form_there('T1'))
    union all
    select report_id, 'part', if(subject = 'grand_total', -sign, sign) * if(report_id in (from form_there('T1')), 1, -1), claim_id, amount, half
    from change
    union all
    select report_id, side, weight, amount_id, value_yuan, half_step_yuan from opening
)
select
    term.report_id, '' as instance, null as code, term.side, term.weight, term.amount_id, term.value_yuan, term.half_step_yuan,
    coalesce(both_changes.hindrance, if(term.report_id in (from allocates()), 'surplus is used or allocated', null)) as hindrance
from term
join both_changes using (report_id)
