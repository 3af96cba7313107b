select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'closing', 'total', 'part') as side,
    if(column_key = 'total', -1, 1) as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T8' and column_key in ('opening', 'income', 'total', 'closing')
