-- 无法判断的原因：报告缺哪张表 / Why an identity is not evaluable on a report: the first form it needs that is not there.
-- identity_id: identity
-- report_id: report
-- reason: form missing, form in doubt …; null where nothing stands in the way
with printed as ( -- a form of a budget that is declared empty may print 0.00 all the same
    select distinct report_id, form from checks.form_amount where starts_with(form, 'P') and value_yuan is not null
),
needed as (
    select
        identity.identity_id, status.report_id,
        if(status.is_cells_only and identity.tolerance != 'INT' or status.status = 'declared_empty' and printed.form is not null, 'filled', status.status) as status,
        list_contains(identity.may_be_empty, status.form) as may_be_empty,
        list_contains(identity.any_of, status.form) as is_choice, list_position(identity.any_of, status.form) as rank, status.reason
    from (
        select *, unnest(list_distinct(needs || may_be_empty || any_of)) as form
        from reference.identity
    ) as identity
    join checks.form_status as status using (form)
    join star.disclosure as report on report.report_id = status.report_id and report.kind = identity.kind
    left join printed on printed.report_id = status.report_id and printed.form = status.form
),
hard as (
    select
        identity_id, report_id,
        min(reason) filter (
            not is_choice and status != 'filled'
            and not (may_be_empty and status in ('declared_empty', 'empty', 'not in this table set'))
        ) as reason,
        bool_or(is_choice and status = 'filled') as is_chosen,
        arg_min(reason, (status = 'not in this table set', rank)) filter (is_choice) as choice_reason -- of two alike that of the form named first
    from needed
    group by identity_id, report_id
),
alone as (
    select identity.identity_id, report.report_id, map_extract_value(map {
        'prior_year': 'no report of the year before', 'units': 'no reports of its units', 'earlier_version': 'no earlier version', 'budget': 'no budget of the year'
    }, identity.beside) as reason
    from reference.identity as identity
    join star.disclosure as report on report.kind = identity.kind
    where identity.beside is not null and report.is_current
        and not exists (from checks.related_report as beside where beside.report_id = report.report_id and beside.relation = identity.beside)
)
select
    identity_id, report_id,
    coalesce(alone.reason, hard.reason, if(choice_reason is not null and not is_chosen, choice_reason, null)) as reason
from hard
full join alone using (identity_id, report_id)
