-- 勾稽不符：超出舍入差的结果，附原文与位置 / Violations: outcomes beyond rounding, with what is printed and where.
-- identity_id: identity
-- fiscal_year: fiscal year
-- unit_name: unit
-- report_id: report
-- instance: which occurrence within the report
-- severity: that of its identity; info where one unit in the last printed digit of one number would mend it
-- statement: what should hold
-- stated: what the report states, in 元; a plain count for identities of structure (INT)
-- expected: what the other amounts give
-- residual: stated − expected
-- bound: largest residual rounding can make
-- page: first page of this report on which one of its claims, else one of its amounts, stands
-- printed: the terms as printed: row, column, text; what was said where there is no amount
with printed as (
    select claim_id as amount_id, report_id, page, 0 as rank, concat_ws(' ', section, subject, label, role, text || counted_in) as words
    from reading.claim
    union all
    select amount_id, report_id, page, 1 as rank, concat_ws(' ', form, row_label, heading, text)
    from reading.amount
),
violated as (
    select identity_id, report_id, instance, unnest(amount_ids) as amount_id
    from checks.outcome
    where outcome = 'violation'
),
digit as ( -- a step of the last printed digit: of a sum that of its finest number, of a quotient that of the quotient; of one fact printed twice the coarser rounds
    select identity_id, report_id, instance, min(step_yuan) as step, max(step_yuan) as coarsest
    from (
        select identity_id, report_id, instance, 2 * half_step_yuan as step_yuan from checks.term where half_step_yuan > 0 and value_yuan is not null
        union all
        select identity_id, report_id, instance, 2 * stated_half from checks.ratio
    )
    semi join violated using (identity_id, report_id, instance)
    group by identity_id, report_id, instance
),
quoted as (
    select
        violated.identity_id, violated.report_id, violated.instance, arg_min(page, (rank, page)) filter (printed.report_id = violated.report_id) as page,
        string_agg(words, '; ' order by printed.report_id != violated.report_id, rank, amount_id) as words
    from violated
    join printed using (amount_id)
    group by all
)
select
    outcome.identity_id, outcome.fiscal_year, unit.unit_name, outcome.report_id, outcome.instance,
    if(
        abs(outcome.residual) - outcome.bound <= digit.step or identity.tolerance = 'SAME' and abs(outcome.residual) < digit.coarsest, 'info', identity.severity
    ) as severity,
    identity.statement_zh as statement, outcome.stated, outcome.expected, outcome.residual, outcome.bound,
    coalesce(quoted.page, outcome.page) as page, concat_ws('; ', quoted.words, outcome.note) as printed
from checks.outcome
join reference.identity as identity using (identity_id)
join star.dim_unit as unit using (unit_key)
left join digit using (identity_id, report_id, instance)
left join quoted using (identity_id, report_id, instance)
where outcome.outcome = 'violation'
