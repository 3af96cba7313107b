select * replace ('opening' as instance)
from lines('T4', 'amount', 'opening', ['opening_general_budget', 'opening_government_fund', 'opening_state_capital'])
union all
select
    report_id, 'closing', null, if(column_key = 'total', 'total', 'part'), 1, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = 'T4' and line = 'closing'
