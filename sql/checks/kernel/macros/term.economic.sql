-- Macros for the forms by economic item (经济分类), their halves 人员 and 公用, and what the prose says of the items of T6.

-- each row of an economic form against 人员 and 公用, where the form has these columns
create or replace macro halves(f) as table
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'amount', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key in ('amount', 'within_personnel', 'within_public')
qualify count(distinct column_key) over (partition by report_id, form) = 3;

-- 人员经费 or 公用经费 of T6 (half: personnel, public): the row of that name, else the column of that name in the row 合计
create or replace macro basic_half(s, half) as table
select report_id, '' as instance, null::varchar as code, s as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T6' and not is_repeat and (line = half || '_total' and column_key = 'amount' and not is_within or line = 'total' and column_key = 'within_' || half)
qualify line != 'total' or count(*) filter (line != 'total') over (partition by report_id) = 0;

-- a half of T6 against the classes it is made of; where it is a column, each row says what of it is 人员 and what 公用
create or replace macro half_of_classes(half, classes) as table
with columned as (
    select report_id from checks.form_amount where form = 'T6'
    group by report_id having bool_or(column_key = 'within_' || half) and not bool_or(coalesce(line, '') = half || '_total')
)
from basic_half('total', half) anti join columned using (report_id)
union all by name
select
    report_id, '' as instance, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan,
    if(report_id in (from columned), 'personnel and public are columns', null) as hindrance
from checks.form_amount
where form = 'T6' and column_key = 'amount' and list_contains(classes, code);

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
