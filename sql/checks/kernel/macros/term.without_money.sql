-- Macros for forms without any money (blank, or declared empty) beside what prints their money.

-- the forms without money, first page and names, and how a sentence calls them
create or replace macro blank_forms() as table
select
    status.report_id, status.form, form.pages[1] as page, map {
        'form_zh': named.name_zh, 'form_en': named.name_en, 'blank_zh': if(zeros.form is null, '是空的', '各数全为零'), 'blank_en': if(zeros.form is null, 'is blank', 'holds nothing but zeros')
    } as particulars
from checks.form_status as status
join reading.form as form on form.report_id = status.report_id and form.form = status.form and form.title != ''
join reference.form as named on named.form = status.form
left join (select distinct report_id, form from checks.form_amount where value_yuan is not null) as zeros on zeros.report_id = status.report_id and zeros.form = status.form
where status.status in ('empty', 'declared_empty');

-- of a table or CTE of pairs, named in quotes (form; other form, line and column that hold its money; place: which is asked first):
-- each form without money, beside the first of its pairs that prints some, else the first that is read
create or replace macro blank_beside_money(pairs) as table
select
    blank.report_id, blank.form as instance, 0 as stated, (cell.value_yuan != 0)::int as expected, blank.page,
    map_concat(blank.particulars, map {'amount_id': cell.amount_id}) as particulars
from blank_forms() as blank
join query_table(pairs) as pair on pair.form = blank.form
join checks.form_amount as cell
    on cell.report_id = blank.report_id and cell.form = pair.other and cell.line = pair.line and cell.column_key = pair.column_key
where cell.value_yuan is not null and not cell.in_doubt and not cell.is_repeat
qualify row_number() over (partition by blank.report_id, blank.form order by cell.value_yuan = 0, pair.place, cell.row) = 1;

-- what the prose tells of a fund's money, in the section that is called as the fund is; of a final account what its form would hold
create or replace macro fund_claims(fund) as table
select claim.report_id, claim.claim_id, claim.place, claim.amount
from checks.prose_claim as claim
where claim.section = fund and (claim.report_id, claim.claim_id) in (select report_id, claim_id from reading.claim_cell where form in ('T8', 'T9'))
union all
select report_id, claim_id, place, value_yuan from budget_claims() where section = fund and subject = fund;

-- the first money that the prose tells of a fund, beside the form f of the fund that has none; where a balance has the fund's, that is
-- what is compared (C-19, C-29, PC-04, PC-29)
create or replace macro blank_beside_prose(fund, f) as table
select
    blank.report_id, f || ' ' || claim.place as instance, 0 as stated, 1 as expected, blank.page,
    map_concat(blank.particulars, map {'amount_id': claim.claim_id}) as particulars
from blank_forms() as blank
join fund_claims(fund) as claim on claim.report_id = blank.report_id
where blank.form = f and claim.amount > 0 and blank.report_id not in (
    select cell.report_id from checks.form_amount as cell
    where cell.form in ('T1', 'T4', 'P1', 'P4') and cell.value_yuan != 0 and (cell.column_key = fund or starts_with(cell.line, fund) or cell.line = 'opening_' || fund)
)
qualify row_number() over (partition by blank.report_id order by claim.place) = 1;
