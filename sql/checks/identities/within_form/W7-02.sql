select
    report_id, split_part(column_key, '_', 1) as instance, null as code, if(ends_with(column_key, '_vehicles'), 'total', 'part') as side,
    1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T7' and not is_within and split_part(column_key, '_', 2) in ('vehicles', 'purchase', 'running')
