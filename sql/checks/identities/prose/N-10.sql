-- zh: 基本支出说明的人员经费＋公用经费应当等于基本支出，并与决算表一致，占比应当等于部分÷合计
-- en: Prose: basic expenditure must equal T5 and T6 and be personnel plus public, shares must be quotients
-- name: basic_expenditure_equals_T5_and_T6
-- tolerance: SUM
-- severity: error
-- why: 同一事实印两处
with of_all as (
    from claim_sum('支出：人员＋公用', 'expenditure', 'basic', ['personnel', 'public'], ['basic', 'personnel', 'public'], 'value')
    union all -- 福建: 支出 X，具体情况如下：1.基本支出 Y。其中，人员支出…，公用支出…
    from claim_sum('收支：人员＋公用', 'overall', 'basic', ['personnel', 'public'], ['basic', 'personnel', 'public'], 'value')
    union all -- 新疆: 按经济分类科目分，基本支出 X，其中：人员经费…，公用经费…
    from claim_sum('一般公共预算：人员＋公用', 'general_budget', 'basic', ['personnel', 'public'], ['basic', 'personnel', 'public'], 'value')
    union all -- universities, whose 基本支出 has no heading of its own
    from claim_sum('财政拨款：人员＋公用', 'fiscal_overall', 'basic', ['personnel', 'public'], ['basic', 'personnel', 'public'], 'value')
),
of_general as ( -- with basic expenditure of other money, too, 人员 and 公用 may be of the general budget alone
    select part.report_id
    from of_all as part
    join pick('total', 1, 'T3', 'total', 'basic') as whole on whole.report_id = part.report_id
    join pick('total', 1, 'T5', 'total', 'basic') as general on general.report_id = part.report_id and whole.value_yuan != general.value_yuan
    where part.side = 'part'
    group by part.report_id, general.value_yuan, general.half_step_yuan
    having abs(sum(part.value_yuan) - general.value_yuan) <= sum(part.half_step_yuan) + general.half_step_yuan
)
from claims_and_cells('basic', 'T5')
union all
from claims_and_cells('basic', 'T6')
union all
select * replace ('人员＋公用' as instance) from claim_side('total', 1, ['basic'], ['basic'], 'value')
where report_id in (from reports_with_claims('basic', ['personnel', 'public'], 'value'))
union all
select * replace ('人员＋公用' as instance) from claim_side('part', 1, ['basic'], ['personnel', 'public'], 'value')
union all
from of_all
where report_id not in (from of_general)
