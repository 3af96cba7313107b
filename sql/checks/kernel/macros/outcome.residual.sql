-- Macro of the first kernel: both sides of every instance of the terms, their difference, and why it is not evaluable:
-- stated, expected, residual (stated − expected), bound (Σ|w|·h), squares (Σw²h²; a third of it is the variance of the
-- residual under uniform rounding), reason (null where it can be judged), relation (= or <=), note, page, particulars.
create or replace macro residual() as table
with summed as (
    select
        identity_id, report_id, instance, min(code) as code,
        sum(weight * value_yuan) filter (side = 'total') as stated, sum(weight * value_yuan) filter (side = 'part') as expected,
        coalesce(sum(abs(weight) * half_step_yuan) filter (value_yuan is not null), 0) as bound,
        coalesce(sum(weight * weight * half_step_yuan * half_step_yuan) filter (value_yuan is not null), 0) as squares,
        count(*) filter (side = 'part') as parts, count(*) filter (side = 'total') as totals, min(hindrance) as hindrance, min(page) as page,
        any_value(particulars) as particulars
    from checks.term
    where is_due(identity_id)
    group by identity_id, report_id, instance
),
said as ( -- a blank is a cell of a form, of which the reason names the form; the row and the column are those of the instance
    select
        identity_id, report_id, instance, each_once(list(note), '; ') as note, bool_or(cell.mark = 'words') as is_heading,
        ': ' || each_once(list(cell.form) filter (side = 'total'), ', ') as total_in, ': ' || each_once(list(cell.form) filter (side = 'part'), ', ') as part_in,
        ': ' || each_once(list(cell.form), ', ') as blank_in
    from checks.term
    left join checks.form_amount as cell using (report_id, amount_id)
    where is_due(identity_id) and (term.value_yuan is null and cell.amount_id is not null or note is not null)
    group by identity_id, report_id, instance
)
select
    summed.identity_id, summed.report_id, summed.instance, code, stated, expected, bound, squares, note, summed.page, particulars, stated - expected as residual,
    coalesce(
        missing.reason,
        if(if(form.is_cells_only and summed.tolerance != 'INT', summed.family = 'N' and parts = 0, form.status = 'in doubt' or summed.family = 'N'), form.reason, null),
        hindrance, doubted.reason, if(if(summed.relation = '<=', stated - expected, abs(stated - expected)) > bound, beside.reason, null), -- a sum that holds lacks none
        if(unclear.page is not null, 'the two readers differ on the page', null),
        case
            when is_heading then 'a heading stands where an amount would'
            when is_pair and totals = 0 then 'nothing printed'
            when is_pair and stated is null and parts = 0 then 'cell blank without counterpart' || coalesce(total_in, '')
            when is_pair and stated is null and expected is null then 'both cells blank' || coalesce(blank_in, '')
            when is_pair and stated is null then 'cell blank' || coalesce(total_in, '')
            when is_pair and parts = 0 then 'nothing printed to compare with'
            when is_pair and expected is null then 'counterpart blank' || coalesce(part_in, '')
            when totals = 0 then 'total not printed'
            when stated is null and parts = 0 then 'total blank without details' || coalesce(total_in, '')
            when stated is null and expected is null then 'total and details blank' || coalesce(blank_in, '')
            when stated is null then 'total blank beside its details' || coalesce(total_in, '')
            when parts = 0 then 'no details printed'
            when expected is null then 'details blank' || coalesce(part_in, '')
        end
    ) as reason,
    summed.relation
from ( -- of one number against another, the prose against a cell too, none is a total and none a detail
    select summed.*, identity.relation, identity.family, identity.tolerance, identity.relation = '<=' or tolerance = 'SAME' or family = 'N' and regexp_matches(instance, '^[TUB]\d+ ') as is_pair
    from summed
    join reference.identity as identity using (identity_id)
) as summed
left join checks.missing_form as missing using (identity_id, report_id)
left join said using (identity_id, report_id, instance)
left join terms_in_doubt() as doubted using (identity_id, report_id, instance) left join sums_beside_doubt() as beside using (identity_id, report_id, instance)
left join reading.opinion as unclear on unclear.report_id = summed.report_id and unclear.page = summed.page and unclear.outcome = 'differs'
left join checks.form_status as form on form.report_id = summed.report_id and form.form = split_part(summed.instance, ' ', 1);
