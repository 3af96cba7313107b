select
    report_id, '' as instance, null as code, if(line = 'basic', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T1' and line in ('basic', 'within_basic') and column_key = 'amount'
