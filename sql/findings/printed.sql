-- 一批报告印出的数，连同所指的其他各数 / The printed numbers of some reports, and others by their ids.
-- $reports: reports
-- $ids: amounts and claims of other reports that the terms of these name, and blanks
-- $prose: what stands for the form of a claim
-- amount_id: printed amount or claim
-- report_id: report
-- value: in 元, or as printed where it is no money; 0 for a blank
-- half: half a unit of the last printed decimal, in the measure of value; for a blank what a number of its form has; 0 for counts, which are exact
-- text: as printed
-- counted_in: 元, 万元, %, 辆 … as printed
-- decimals: decimals printed
-- form: form key, or $prose
-- panel: panel of the form, or section of the prose
-- row: row of the form, or sentence
-- column: column of the form, or its order in the prose
-- name: row and column as printed
-- may_be_negative: an opening or closing balance (identity I-01), a change or its rate
-- is_blank: nothing stands there
select
    amount_id, report_id, coalesce(value_yuan, value, 0) as value,
    if(column_key = 'count', 0, coalesce(half_step_yuan, half_step(decimals), max(half_step_yuan) over (partition by report_id, form), 0)) as half, text, counted_in, decimals, form, panel,
    row, column_number as "column", concat_ws(' ', form, row_label, heading) as name,
    regexp_matches(concat_ws(' ', line, column_key), '(^| )(opening|closing|change|growth)') as may_be_negative, value is null as is_blank
from reading.amount
where value_yuan is not null and report_id in (select unnest($reports)) or amount_id in (select unnest($ids))
union all
select
    claim_id, report_id, coalesce(value_yuan, value)::decimal(24, 4), claim_half(role, half_step_yuan, decimals), text, counted_in, decimals, $prose, section,
    coalesce(sentence, 0), split_part(claim_id, '-n', 2)::integer, concat_ws(' ', section, subject, label, role), false, false
from reading.claim
where value is not null and (report_id in (select unnest($reports)) or claim_id in (select unnest($ids)))
