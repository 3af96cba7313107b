-- zh: 具体说明：一般公共预算决算表的每个项级科目都有说明
-- en: Prose: every 项 of T5 is spoken of
-- tolerance: INT
-- severity: warning
-- why: 说明应逐项列示到项级科目
with leaf as (
    select distinct report_id, code from checks.form_amount
    where form = 'T5' and column_key = 'total' and is_leaf and len(code) = 7 and value_yuan != 0
),
itemised as (
    select report_id from checks.prose_claim as claim
    where section = 'general_items' and subject = 'function' and role = 'value'
    group by report_id
    having count(distinct code) filter (len(code) = 7) * 2 > (select count(*) from leaf where leaf.report_id = claim.report_id)
        and count(*) = count(code)
),
spoken as (
    select leaf.report_id, concat_ws(' ', 'T5', leaf.code) as instance, leaf.code, claim.code is not null as stated, 1 as expected
    from leaf
    semi join itemised on itemised.report_id = leaf.report_id
    left join (
        select distinct report_id, code from checks.prose_claim where section = 'general_items' and subject = 'function'
    ) as claim on claim.report_id = leaf.report_id and claim.code = leaf.code
)
from two_terms('spoken')
