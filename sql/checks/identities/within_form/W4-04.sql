select
    report_id, coalesce(code, line) as instance, code, if(column_key = 'total', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T4' and panel != 'left' and line in ('class', 'expenditure_total', 'expenditure_grand_total')
