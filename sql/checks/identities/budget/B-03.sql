-- zh: 完成率按所称的预算口径算出
-- en: Prose: a completion rate is of the budget it names
-- tolerance: INT
-- severity: error
-- why: 完成年初预算的百分比以年初预算为分母
select rate.report_id, rate.place as instance, rate.code, side, 1 as weight, if(side = 'total', rate.claim_id, null) as amount_id,
    if(side = 'total', 1, if(rate.fitted not in (rate.base, 'unstated'), 0, 1)) as value_yuan, 0 as half_ulp_yuan
from checks.told as rate, (values ('total'), ('part')) as sides(side)
where rate.role = 'completion' and rate.base in ('initial', 'annual') and rate.fitted is not null
