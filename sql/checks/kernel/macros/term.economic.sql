-- Macros for the economic items (经济分类) of T6 and what the prose says of them.

-- up to three items of T6 with an amount whose names the prose of basic expenditure does not hold, as one text
create or replace macro economic_items_unsaid() as table
select cell.report_id, string_agg('“' || cell.economic_name || '”' || cell.text || cell.counted_in, '、' order by cell.code) as items
from (
    select distinct on (amount.report_id, amount.code) amount.report_id, amount.code, economic.economic_name, printed.text, printed.counted_in
    from checks.form_amount as amount
    join star.dim_report as report on report.report_id = amount.report_id
    join star.dim_economic as economic
        on economic.economic_code = amount.code and report.fiscal_year between economic.valid_from and economic.valid_to
    join reading.amount as printed on printed.amount_id = amount.amount_id
    where amount.form = 'T6' and len(amount.code) = 5 and amount.value_yuan != 0
    order by amount.report_id, amount.code, amount.amount_id
) as cell
where not exists (
    from reading.sentence as sentence
    where sentence.report_id = cell.report_id and sentence.section = 'basic' and contains(sentence.text, translate(cell.economic_name, '（）', '()'))
)
group by cell.report_id
having count(*) <= 3;
