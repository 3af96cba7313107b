from pick('total', 1, 'T6', 'personnel_total', 'amount')
union all
select report_id, '' as instance, null, 'part', 1, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T6' and column_key = 'amount' and code in ('301', '303')
