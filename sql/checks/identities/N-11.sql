-- economic items named where basic expenditure is told: none without an amount in T6; a list most of whose items have none
-- explains the terms in general and says nothing of the report
with named as (
    select
        sentence.report_id, economic.economic_name as name, min(sentence.page) as page, list(distinct economic.economic_code) as codes
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current
    join star.dim_economic as economic
        on len(economic.economic_code) = 5 and report.fiscal_year between economic.valid_from and economic.valid_to
        and regexp_matches(sentence.text, '(^|[、,:;(和及])' || regexp_escape(economic.economic_name) || '([、,;。)]|等|$)')
    where sentence.section = 'basic'
    group by all
),
told as (
    select
        named.*, exists (
            from checks.cell as cell
            where cell.report_id = named.report_id and cell.form = 'T6' and list_contains(named.codes, cell.code) and cell.value_yuan != 0
        ) as has_amount
    from named
)
select
    told.report_id, 'T6' as instance, null as code, side, 1 as weight, null as amount_id,
    if(side = 'total', count(*) filter (not has_amount), 0) as value_yuan, 0 as half_ulp_yuan,
    string_agg(name, '、' order by name) filter (not has_amount) as note, min(told.page) as page,
    if(3 * count(*) filter (has_amount) < 2 * count(*), 'a general list of items', null) as hindrance
from told
join checks.form_status as status on status.report_id = told.report_id and status.form = 'T6' and status.status = 'filled', (values ('total'), ('part')) as sides(side)
group by told.report_id, side
