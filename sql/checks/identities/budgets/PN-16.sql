-- zh: 编制说明中的财政拨款收入、其他资金收入应当等于其下所列各项收入之和
-- en: Prose of a budget: fiscal income and income of other funds must equal the sum of the sources told below them
-- name: income_said_is_the_sum_of_its_sources
-- tolerance: SUM
-- severity: error
-- needs: P1
-- why: 预算收入的构成
with source as (
    select 'income_fiscal' as whole, unnest(['income_general_budget', 'income_government_fund', 'income_state_capital']) as part
    union all
    select 'other_funds', unnest(['special_accounts', 'income_operating', 'income_superior', 'income_subordinate', 'income_business', 'income_other'])
),
claim as (from budget_parts_told('income', ['income_fiscal', 'other_funds'])),
listed as ( -- up to the first amount that is no source of the total told before
    select claim.*, total.subject as whole, count(*) filter (claim.place > claim.whole_place and source.part is null) over (partition by claim.report_id, claim.whole_place order by claim.place) as others
    from claim
    join claim as total on total.report_id = claim.report_id and total.place = claim.whole_place
    left join source on source.whole = total.subject and source.part = claim.subject
),
said as (select * from listed where others = 0),
left_out as ( -- sources that have money in P1, and are not told
    select distinct total.report_id, total.place as whole_place
    from said as total
    join source on source.whole = total.subject
    join checks.form_amount as cell
        on cell.report_id = total.report_id and cell.form = 'P1' and cell.panel = 'left' and cell.column_key in ('amount', 'total') and cell.line = replace(source.part, 'income_', '') and cell.value_yuan != 0
    anti join said as part on part.report_id = total.report_id and part.whole_place = total.place and part.subject = source.part
    where total.place = total.whole_place
)
select
    report_id, whole_place as instance, null as code, if(place = whole_place, 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan,
    if(value_yuan = 0, min(half_step_yuan) over (partition by report_id, whole_place), half_step_yuan) as half_step_yuan -- 0万元 is no rounded amount
from said
where (report_id, whole_place) not in (from left_out)
qualify count(*) over (partition by report_id, whole_place) > 1
