select report_id, name as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'part', 1, if(other_id is null, 0, 1)) as value_yuan,
    0 as half_ulp_yuan, name as note, page
from checks.named_unit, (values ('total'), ('part')) as sides(side)
where report_id in (select report_id from checks.neighbour where relation = 'units')
