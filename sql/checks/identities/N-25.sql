select
    rate.report_id, rate.place as instance, rate.code, side, 1 as weight, if(side = 'total', rate.claim_id, null) as amount_id,
    if(side = 'total', 1, 0) as value_yuan, 0 as half_ulp_yuan
from checks.zero_base as rate, (values ('total'), ('part')) as sides(side)
where rate.is_convention = false
