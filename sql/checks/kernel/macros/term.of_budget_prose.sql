-- Macros for the claims of the prose of a budget, and what they say of procurement and running costs (family P).

-- amounts that the prose of a budget states; led_by: the total or nature said last before it in its section, whose part it may be
create or replace macro budget_claims() as table
select * exclude (is_split), last_value(if(subject = 'function' or is_split or code is not null, null, subject) ignore nulls) over (
    partition by report_id, section order by place rows between unbounded preceding and 1 preceding
) as led_by
from (
    select *, subject in ('basic', 'project') and count(distinct subject) filter (subject in ('basic', 'project')) over said = 2
        and count(*) filter (subject = 'function') over said = 0 as is_split -- 其中：基本支出A，项目支出B。 Items that follow are of both
    from checks.budget_claim
    where role = 'value' and value_yuan is not null
    window said as (partition by report_id, section, sentence)
);

-- amounts that a section of the prose states, each with the place of the whole that is told before it, itself or above it; wholes: their subjects
create or replace macro budget_parts_told(told_in, wholes) as table
select *, max(place) filter (list_contains(wholes, subject)) over (partition by report_id order by place) as whole_place
from budget_claims()
where section = told_in;

-- claims beside their cells, by group: procurement beside P12, running costs (机关运行经费) beside P7 or P14
create or replace macro budget_said_of_purchases(g) as table
with procurement as (
    select claim.*, cell.form, cell.line as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = 'P12' and cell.column_key in ('total', 'amount') and cell.is_main
        and cell.line = map_extract_value(
            map {'procurement': 'total', 'procurement_goods': 'goods', 'procurement_works': 'works', 'procurement_services': 'services'}, claim.subject
        )
    where g = 'procurement' and claim.section = 'procurement'
    qualify row_number() over (partition by claim.report_id, claim.subject order by claim.place) = 1 -- said again of a part of the money
),
running as (
    select claim.*, cell.form, 'operating_costs' as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from budget_claims() as claim
    join checks.form_amount as cell on cell.report_id = claim.report_id and cell.is_main
    where g = 'running' and claim.subject = 'running_costs' and claim.section = 'running_costs'
        and (cell.form = 'P7' and cell.column_key = 'budget_operating_costs' or cell.form = 'P14' and cell.line = 'total' and cell.column_key = 'amount')
)
from procurement union all by name from running;
