-- Macros for situations of a report (they name report_id) and for relations that several identities share.

-- reports whose T4 has money of a fund whose form (T8, T9) their table set does not hold: before 2019 there was no T9
create or replace macro fund_without_form() as table
select distinct cell.report_id
from checks.form_amount as cell
join checks.form_status as status
    on status.report_id = cell.report_id and status.status = 'not in this table set'
    and status.form = if(cell.column_key = 'government_fund', 'T8', 'T9')
where cell.form = 'T4' and cell.column_key in ('government_fund', 'state_capital') and cell.value_yuan != 0;

-- reports whose form f was read, with or without amounts
create or replace macro form_there(f) as table
select report_id from checks.form_status where form = f and status in ('filled', 'empty', 'declared_empty', 'in doubt');

-- reports whose T1 prints 财政拨款收入 as one line; lines of single funds below it are parts of that line
create or replace macro fiscal_line_there() as table
select report_id from checks.form_amount where form = 'T1' and line = 'fiscal' and value_yuan is not null;

-- a fund's column of T4 (opening, income, expenditure, closing, classes) against the fund's own form
create or replace macro fund_form(fund, own_form) as table
with line(name, t4_line, t4_column, own_column) as (
    values ('opening', 'opening_' || fund, 'amount', 'opening'), ('income', fund, 'amount', 'income'),
        ('total', 'expenditure_total', fund, 'total'), ('closing', 'closing', fund, 'closing')
)
select
    cell.report_id, line.name as instance, null::varchar as code, if(cell.form = 'T4', 'total', 'part') as side, 1 as weight,
    cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join line on (cell.form = 'T4' and cell.line = line.t4_line and cell.column_key = line.t4_column)
    or (cell.form = own_form and cell.line = 'total' and cell.column_key = line.own_column)
where not cell.is_repeat and not cell.is_within
union all from classes('total', 1, 'T4', fund)
union all from classes('part', 1, own_form, 'total');

-- what the reading noted as contradicting itself: another unit (C-23), another spelling of it (C-25), another year (S-02; in the
-- contents S-09), a name that belongs to another code (C-24; only names a disclosure is known to have printed with the code)
create or replace macro contradictions(id) as table
with noted as (
    select
        report_id, page, coalesce(nullif(detail, ''), reason) as said, coalesce(
            nullif(regexp_extract(reason, '(?:is printed as|says \w+|writes \w+) (.*?)(?:, the re\w+| for )', 1), ''), detail
        ) as written, regexp_extract(reason, '(?:goes by|names it| for) (.*)$', 1) as known, regexp_extract(reason, '^code (\d+)', 1) as code,
        map_extract_value(map {'heading': '标题', 'table label': '表头'}, regexp_extract(reason, '^(.*) says ', 1)) as place_zh,
        case
            when scope = 'identity' and contains(reason, ' says year ') then 'S-02'
            when scope = 'identity' and contains(reason, 'title writes unit ') then 'C-25'
            when scope = 'identity' and contains(reason, 'contents writes year ') then 'S-09'
            when scope = 'identity' then 'C-23'
            when scope = 'row' and contains(reason, '(disclosure') then 'C-24'
        end as identity_id
    from reading.doubt
),
contradicted as (
    select
        report.report_id, '' as instance, count(noted.said) as stated, 0 as expected,
        string_agg(noted.said, '; ' order by noted.page) as note, min(noted.page) as page, map {
            'pages': string_agg(distinct noted.page::varchar, '、' order by noted.page::varchar), 'place_zh': coalesce(min(place_zh), ''),
            'written': string_agg(distinct written, '”“' order by written), 'known': min(known),
            'pairs_zh': string_agg(distinct concat('编码', code, '的科目印为“', written, '”，分类科目中该编码为“', known, '”'), '；'),
            'pairs_en': string_agg(distinct concat('code ', code, ' is printed as “', written, '”, the classification names it “', known, '”'), '; ')
        } as particulars
    from star.dim_report as report
    left join noted on noted.report_id = report.report_id and noted.identity_id = id
    where report.is_current
    group by report.report_id
)
from two_terms('contradicted');
