-- zh: 具体说明：一般公共预算决算表的每个项级科目都有说明
-- en: Prose: every 项 of T5 is spoken of
-- tolerance: INT
-- severity: warning
-- why: 说明应逐项列示到项级科目

-- an item of the prose that no code belongs to is N-33's; the row whose amount it has is spoken of, under that name
with leaf as (
    select distinct report_id, code, value_yuan, half_step_yuan from checks.form_amount
    where form = 'T5' and column_key = 'total' and is_leaf and len(code) = 7 and value_yuan != 0
),
claim as (
    select report_id, code, amount, half from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role = 'value'
),
itemised as (
    select report_id from claim
    group by report_id
    having count(distinct code) filter (len(code) = 7) * 2 > (select count(*) from leaf where leaf.report_id = claim.report_id)
),
named as (
    select distinct report_id, code from checks.prose_claim where section = 'general_items' and subject = 'function' and code is not null
),
spoken as (
    select leaf.report_id, concat_ws(' ', 'T5', leaf.code) as instance, leaf.code, named.code is not null as stated, 1 as expected,
        function.function_name as note
    from leaf
    semi join itemised on itemised.report_id = leaf.report_id
    left join named on named.report_id = leaf.report_id and named.code = leaf.code
    join star.dim_report as report on report.report_id = leaf.report_id
    left join star.dim_function as function
        on function.function_code = leaf.code and report.fiscal_year between function.valid_from and function.valid_to
    where named.code is not null or not exists (
        from claim
        where claim.report_id = leaf.report_id and claim.code is null
            and abs(claim.amount - leaf.value_yuan) <= 2 * (claim.half + leaf.half_step_yuan)
    )
)
from two_terms('spoken')
