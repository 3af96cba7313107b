-- 报表与情况说明：不写单位的预算报表，与写出其总额的情况说明 / Tables of a budget that name no unit (Beijing's 报表), and the text (情况说明) of the year that states their total to its last digit: the only one that does.
-- report_id: file of tables
-- stated_by: file of text
with budget as (
    select report_id, fiscal_year, folder, unit_name, report_id in (select report_id from reading.form) as has_forms
    from reading.report
    where kind = 'budget'
),
total as (
    select report_id, max(value_yuan) as value_yuan
    from reading.amount
    where form = 'P1' and line in ('income_grand_total', 'expenditure_grand_total') and not is_held and value_yuan > 0
    group by report_id
)
select own.report_id, beside.report_id as stated_by
from budget as own
join total on total.report_id = own.report_id
join budget as beside on beside.fiscal_year = own.fiscal_year and beside.folder = own.folder and beside.unit_name is not null and not beside.has_forms
join reading.claim as claim
    on claim.report_id = beside.report_id and claim.role = 'value' and abs(claim.value_yuan - total.value_yuan) <= claim.half_step_yuan
where own.unit_name is null
group by own.report_id, beside.report_id
qualify count(*) over (partition by own.report_id) = 1
