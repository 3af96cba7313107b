-- zh: 说明：所列上年数＝上年报告所公布的数
-- en: Prose: last year's values are those last year's report published
-- tolerance: SAME
-- severity: error
-- beside: prior_year
-- why: 同一事实在两年的报告中
select told.report_id, told.place as instance, told.code, 'total' as side, 1 as weight, told.claim_id as amount_id, told.amount as value_yuan, told.half as half_ulp_yuan, told.hindrance
from checks.compared as told
where told.role = 'prior' and told.report_id in (select report_id from checks.neighbour where relation = 'prior_year')
union all
select told.report_id, told.place, told.code, 'part', 1, last.amount_id, last.amount, last.half, null
from checks.compared as told
join checks.published as last
    on last.report_id = told.report_id and last.section = told.section and last.subject = told.subject and last.code is not distinct from told.code
where told.role = 'prior'
