-- zh: 报告中99%以上的数字有去向
-- en: At least 99 % of the printed numbers are amounts, claims or explained
-- tolerance: INEQ
-- severity: warning
-- why: 数字不落地
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, null as amount_id, 0.9900 as value_yuan, 0 as half_ulp_yuan
from star.dim_report where is_current and token_count > 0
union all
select report_id, '', null, 'part', 1, null, coalesce(explained_share, 0), 0
from star.dim_report where is_current and token_count > 0
