-- 每份报告各表的状态 / Status of every form in every current report, found or not.
-- report_id: report
-- form: form key
-- status: filled, declared_empty, empty, left_blank, in doubt (our reading), missing, not in this table set, no tables (prose only)
-- reason: what an identity that needs the form says of it; null where it is filled
-- is_cells_only: in doubt in single cells, all of whose rows and columns are known: an identity of sums and pairs is judged where it has none of them as a term
with statement as ( -- of the three public expenses alone, as places publish it in a file of its own: no account of the year is told beside their form
    select report_id from reading.form where title != '' group by report_id having bool_and(form = 'T7')
    except select report_id from reading.claim where section not in ('', 'tables', 'other', 'three_public', 'running_costs')
),
expected as (
    select
        report.report_id, form.form,
        case report.table_set
            when 'none' then false when 'budget' then form.form in ('P1', 'P2', 'P3') when 'university' then form.form in ('T1', 'T2', 'T3', 'U4')
            else form.form in ('T1', 'T2', 'T3', 'T4', 'T6', 'T7', 'T8') or (form.form = 'T9' and report.fiscal_year >= 2020)
                or (form.form = 'T5' and report.report_id not in (select report_id from reading.form where form = 'B5')) -- which stands for it
        end and report.report_id not in (from statement) as is_expected, report.table_set
    from star.disclosure as report
    join reference.form as form on starts_with(form.form, 'P') = (report.kind = 'budget')
    where report.is_current
),
doubtful as (
    select report_id, form, may_be_elsewhere or starts_with(form, 'P') as is_whole
    from reading.amount
    where is_held and shows_number(mark)
        -- of a budget what no identity looks at makes no form doubtful: changes in percent, 款 and 项 below the classes of a balance
        and not (starts_with(form, 'P') and (coalesce(column_key, '') in ('last_year', 'other_year', 'change', 'share', 'count') or form in ('P1', 'P4', 'PG') and line is null))
    union all
    select sha256, form, true from reading.quarantine where scope = 'table' and form is not null
),
doubted as (select report_id, form, bool_or(is_whole) as is_whole from doubtful group by report_id, form),
unknown as (select distinct sha256 as report_id from reading.quarantine where scope in ('table', 'gap') and form is null),
judged as (
    select
        expected.report_id, expected.form,
        case
            when doubted.form is not null then 'in doubt'
            when form.status is not null then form.status
            when expected.is_expected and unknown.report_id is not null then 'in doubt' -- it may be the table held
            when expected.is_expected then 'missing' when expected.table_set = 'none' then 'no tables'
            else 'not in this table set'
        end as status, not doubted.is_whole and form.status = 'filled' as is_cells_only
    from expected
    left join reading.form as form on form.report_id = expected.report_id and form.form = expected.form
    left join doubted on doubted.report_id = expected.report_id and doubted.form = expected.form
    left join unknown on unknown.report_id = expected.report_id
)
select
    report_id, form, status,
    case status
        when 'in doubt' then 'reading in doubt: ' || form
        when 'missing' then 'form missing: ' || form
        when 'declared_empty' then 'form declared empty: ' || form
        when 'empty' then 'form blank: ' || form
        when 'left_blank' then 'form left blank: ' || form
        when 'no tables' then 'no tables in this report'
        when 'not in this table set' then 'not in this table set: ' || form
    end as reason, coalesce(is_cells_only, false) as is_cells_only
from judged
