select
    report_id, '' as instance, null as code, if(form = 'T7', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where (form = 'T7' and column_key = 'final_total' and not is_within) or (form = 'T4' and line = 'expenditure_total' and column_key = 'total')
