select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = 'education_fees', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T2' and column_key in ('education_fees', 'operating')
