-- 推算的上年数：由本年报告的增减额推出，不是公布数 / Values of the year before that a report's own changes imply; never published, never among the facts.
-- fiscal_year: fiscal year the value is of: the report's, less one
-- unit_key: unit (star.dim_unit)
-- report_id: report that implies it
-- identity_id: Y-04 (value less change) or Y-05 (last year's closing balance)
-- section: section of the prose
-- subject: what it is about
-- function_key: functional item (star.dim_function), null for others
-- value_yuan: the value in 元
-- low_yuan: least value the printed decimals allow
-- high_yuan: largest value they allow
-- amount_ids: the claims it follows from
with chain as (
    select report_id, list(amount_id order by side desc, amount_id) filter (amount_id is not null and value_yuan is not null) as amount_ids
    from checks.term
    where identity_id = 'Y-05'
    group by report_id
),
implied as (
    select
        report_id, 'Y-04' as identity_id, section, subject, code, value_amount - if(direction = 'up', 1, -1) * amount as value_yuan,
        value_half + half as half, [value_id, claim_id] as amount_ids
    from checks.year_comparison
    where role = 'change' and value_id is not null and hindrance is null
    union all
    select
        outcome.report_id, 'Y-05', 'overall', 'closing', null, expected, bound - coalesce(opening.half_step_yuan, 0),
        list_filter(chain.amount_ids, lambda x: x is distinct from opening.amount_id)
    from checks.outcome
    join chain using (report_id)
    join checks.form_amount as opening using (report_id)
    where outcome.identity_id = 'Y-05' and outcome.outcome != 'not_evaluable' and opening.form = 'T1' and opening.line = 'opening'
        and opening.column_key = 'amount' and opening.value_yuan is not null
)
select
    report.fiscal_year - 1 as fiscal_year, report.unit_key, implied.report_id, implied.identity_id, implied.section, implied.subject,
    function.function_key, implied.value_yuan, implied.value_yuan - implied.half as low_yuan, implied.value_yuan + implied.half as high_yuan,
    implied.amount_ids
from implied
join star.dim_report as report using (report_id)
left join star.dim_function as function
    on function.function_code = if(implied.subject = 'function', implied.code, null)
    and report.fiscal_year - 1 between function.valid_from and function.valid_to
