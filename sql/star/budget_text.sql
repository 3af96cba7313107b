-- 报表与情况说明：不写单位或年度的预算报表，与写出其各项总额的情况说明 / Tables of a budget that name no unit or no year (Beijing's 报表), and the text (情况说明) that states three of their totals or more: the only one that does.
-- report_id: file of tables
-- stated_by: file of text
-- totals: totals of the tables that the text states, to its last digit
with budget as (
    select report_id, fiscal_year, folder, unit_name, report_id in (select report_id from reading.form) as has_forms
    from reading.report
    where kind = 'budget'
),
total as (
    select distinct report_id, value_yuan
    from reading.amount
    where form in ('P1', 'P3', 'P4', 'P12') and not is_held and value_yuan > 0 and line not in ('class', 'unit') and not starts_with(line, 'within_')
),
stated as (
    select distinct report_id, value_yuan, half_step_yuan
    from reading.claim
    where role in ('value', 'budget') and value_yuan > 0
)
select own.report_id, beside.report_id as stated_by, count(distinct total.value_yuan) as totals
from budget as own
join total on total.report_id = own.report_id
join budget as beside on beside.folder = own.folder and beside.unit_name is not null and not beside.has_forms
    and beside.fiscal_year = coalesce(own.fiscal_year, beside.fiscal_year) and bare_unit(beside.unit_name) = bare_unit(coalesce(own.unit_name, beside.unit_name))
join stated on stated.report_id = beside.report_id and abs(stated.value_yuan - total.value_yuan) <= stated.half_step_yuan
where own.unit_name is null or own.fiscal_year is null
group by own.report_id, beside.report_id
having count(distinct total.value_yuan) >= 3
qualify count(*) over (partition by own.report_id) = 1
