-- zh: 基本支出决算表的每个款应当都有所属的类
-- en: T6: every item must have its class on the form
-- name: T6_items_have_their_class
-- tolerance: INT
-- severity: error
-- needs: T6
-- why: 两栏并排时漏读一半会使款失去所属的类
-- fault_zh: 基本支出决算表的款级科目{codes}没有所属的类
-- fault_en: items {codes} of the form of basic expenditure have no class above them
with orphan as (
    select report_id, '' as instance, count(*) filter (len(code) = 5 and parent_code is null) as stated, 0 as expected,
        map {'codes': string_agg(distinct code, '、' order by code) filter (len(code) = 5 and parent_code is null)} as particulars
    from checks.form_amount
    where form = 'T6' and code is not null
    group by report_id
)
from two_terms('orphan')
