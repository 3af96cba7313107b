-- zh: 基本支出决算表：每个款都有所属的类
-- en: T6: every item has its class on the form
-- tolerance: INT
-- severity: error
-- needs: T6
-- why: 两栏并排时漏读一半会使款失去所属的类
with orphan as (
    select report_id, '' as instance, count(*) filter (len(code) = 5 and parent_code is null) as stated, 0 as expected
    from checks.form_amount
    where form = 'T6' and code is not null
    group by report_id
)
from two_terms('orphan')
