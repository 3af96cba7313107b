-- 现行报告各表的格，按单位、行、列 / The cells of the forms of current reports, in the order they are put into wide tables.
-- 元 with the decimals printed: a step of half_step_yuan * 2
select
    amount.form, report.fiscal_year, unit.unit_name, report.report_id, amount.panel, amount.row, amount.code, amount.row_label,
    amount.column_key, amount.column_number, amount.heading, amount.text, amount.value_yuan, amount.value, amount.decimals,
    2 * amount.half_step_yuan as step_yuan, amount.counted_in, amount.page, amount.is_held, address_of(amount.amount_id) as address
from reading.amount
join star.dim_report as report on report.report_id = amount.report_id and report.is_current
join star.dim_unit as unit using (unit_key)
where amount.mark != 'blank'
order by amount.form, report.fiscal_year desc, unit.region_code nulls last, unit.unit_name, report.report_id, amount.panel, amount.row, amount.column_number
