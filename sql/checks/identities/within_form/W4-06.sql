select
    report_id, column_key as instance, null as code, if(line = 'expenditure_grand_total', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T4' and panel != 'left' and line in ('expenditure_grand_total', 'expenditure_total', 'closing')
