select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row, 'roll') as instance, code, if(column_key = 'closing', 'total', 'part') as side,
    if(column_key = 'total', -1, 1) as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T9' and column_key in ('opening', 'income', 'total', 'closing')
union all from row_sums('T9', 'total', ['basic', 'project'])
union all from hierarchy('T9')
