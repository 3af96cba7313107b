-- zh: 机构运行信息表的批次、团组应当不大于人次，外事接待应当不大于国内接待，授予中小企业的金额应当不大于采购合计，小微的应当不大于中小的
-- en: Form of the unit's operation: groups and batches must not be more than their persons, foreign guests not more than all, awards to small firms within procurement, those to micro firms within those to small ones
-- name: parts_of_operation_within_wholes
-- tolerance: INEQ
-- severity: warning
-- needs: T7
-- silent: nothing printed to compare with
-- why: 部分不大于整体
with pair(instance, part, whole) as (
    values ('出国', 'abroad_groups', 'abroad_persons'), ('接待', 'reception_batches', 'reception_persons'),
    ('外事', 'reception_foreign_batches', 'reception_foreign_persons'), ('外事批次', 'reception_foreign_batches', 'reception_batches'),
    ('外事人次', 'reception_foreign_persons', 'reception_persons'), ('中小企业', 'procurement_sme', 'procurement'), ('小微企业', 'procurement_micro', 'procurement_sme')
),
found as (
    select
        part.report_id, pair.instance, part.amount_id as stated_id, part.value_yuan as stated, part.half_step_yuan as stated_half,
        whole.amount_id as expected_id, whole.value_yuan as expected, whole.half_step_yuan as expected_half
    from pair
    join operation() as part on part.item = pair.part
    join operation() as whole on whole.item = pair.whole and whole.report_id = part.report_id
    where part.value_yuan is not null and whole.value_yuan is not null
)
from two_terms('found')
