-- zh: 编制说明中的收入总额、支出总额、财政拨款支出应当等于其下所列各项之和
-- en: Prose of a budget: total income, total expenditure and fiscal expenditure must equal the sum of what is told below them
-- name: totals_said_are_the_sum_of_what_is_told
-- tolerance: SUM
-- severity: error
-- needs: P1
-- why: 预算收入、支出的构成

-- a total that is that of the year alone leaves out what comes from the year before or goes to the next; one some of whose money in the forms is not told, of which a part is
-- told twice with amounts that differ, or before what holds it, tells nothing
with told as (
    select told.*, coalesce(abs(told.whole_yuan - of_year.value_yuan) <= told.whole_half + of_year.half_step_yuan, false) as is_of_year
    from budget_told_sums() as told
    left join budget_year_totals() as of_year on of_year.report_id = told.report_id and of_year.side = split_part(told.whole, '_', 1)
),
lacking as (
    select report_id, whole_place from told group by report_id, whole_place, subject having count(distinct value_yuan) > 1
    union
    select told.report_id, told.whole_place
    from told
    join told as upper on upper.report_id = told.report_id and upper.whole_place = told.whole_place and list_contains(told.holders, upper.subject)
    where told.subject != 'special_accounts'
    group by told.report_id, told.whole_place, told.subject, upper.subject
    having max(told.place) < min(upper.place)
    union
    select told.report_id, told.whole_place
    from told
    join budget_money_there() as there on there.report_id = told.report_id and there.whole = told.whole
    left join budget_kin() as kin on kin.whole = there.whole and kin.part = there.subject
    group by told.report_id, told.whole_place, there.subject
    having not bool_or(told.subject = there.subject or coalesce(list_contains(kin.holders, told.subject), false) or list_contains(told.holders, there.subject))
),
summed as (
    select *
    from (from told qualify row_number() over (partition by report_id, whole_place, subject order by place desc) = 1) as told
    anti join lacking using (report_id, whole_place)
    where not (is_of_year and subject in ('opening', 'surplus_used', 'account_balance', 'closing')) and not exists (
        from told as upper
        where upper.report_id = told.report_id and upper.whole_place = told.whole_place and upper.place < told.place and list_contains(told.holders, upper.subject)
    )
),
reached as ( -- what is told behind parts, more than one, that make the whole, maybe among them, is no part beside them: 上述收入包括结转 …
    select *, max(if(several > 1 and abs(so_far - whole_yuan) <= bound, place, null)) over (partition by report_id, whole_place) as last_place
    from (
        select *, sum(value_yuan) over so_far as so_far, sum(half_step_yuan) over so_far + whole_half as bound, count(*) filter (value_yuan != 0) over so_far as several
        from summed
        window so_far as (partition by report_id, whole_place order by place)
    )
)
select report_id, whole_place as instance, null as code, side, 1 as weight, amount_id, value_yuan, if(value_yuan = 0, min(half_step_yuan) over told, half_step_yuan) as half_step_yuan -- 0万元 is no rounded amount
from (
    select report_id, whole_place, 'part' as side, claim_id as amount_id, value_yuan, half_step_yuan from reached where place <= coalesce(last_place, place)
    union all
    select distinct report_id, whole_place, 'total', whole_id, whole_yuan, whole_half from summed
)
window told as (partition by report_id, whole_place)
qualify count(*) over told > 2
