-- 每份报告各表的状态 / Status of every form in every current report, found or not.
-- report_id: report
-- form: form key
-- status: filled, declared_empty, empty, in doubt (our reading), missing, not in this table set, no tables (prose only)
-- reason: what an identity that needs the form says of it; null where it is filled
with expected as (
    select
        report.report_id, form.form,
        case report.table_set
            when 'none' then false
            when 'university' then form.form in ('T1', 'T2', 'T3', 'U4')
            else form.form in ('T1', 'T2', 'T3', 'T4', 'T6', 'T7', 'T8') or (form.form = 'T9' and report.fiscal_year >= 2020)
                or (form.form = 'T5' and report.report_id not in (select report_id from reading.form where form = 'B5')) -- which stands for it
        end as is_expected, report.table_set
    from star.dim_report as report, (select distinct unnest(string_split('T1 T2 T3 T4 T5 T6 T7 T8 T9 U4 U6 U7 B5 B9 B12 B13 B14', ' ')) as form) as form
    where report.is_current
),
doubtful as (
    select report_id, form from reading.amount where is_held and mark in ('number', 'doubtful')
    union
    select sha256, form from reading.quarantine where scope = 'table' and form is not null
),
unknown as (select distinct sha256 as report_id from reading.quarantine where scope = 'table' and form is null),
judged as (
    select
        expected.report_id, expected.form,
        case
            when doubtful.form is not null then 'in doubt'
            when form.status is not null then form.status
            when expected.is_expected and unknown.report_id is not null then 'in doubt' -- it may be the table held
            when expected.is_expected then 'missing'
            when expected.table_set = 'none' then 'no tables'
            else 'not in this table set'
        end as status
    from expected
    left join reading.form as form on form.report_id = expected.report_id and form.form = expected.form
    left join doubtful on doubtful.report_id = expected.report_id and doubtful.form = expected.form
    left join unknown on unknown.report_id = expected.report_id
)
select
    report_id, form, status,
    case status
        when 'in doubt' then 'reading in doubt: ' || form
        when 'missing' then 'form missing: ' || form
        when 'declared_empty' then 'form declared empty: ' || form
        when 'empty' then 'form blank: ' || form
        when 'no tables' then 'no tables in this report'
        when 'not in this table set' then 'not in this table set: ' || form
    end as reason
from judged
