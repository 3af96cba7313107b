from said('total', 1, ['purchased_services'], ['purchased_services'], 'value')
union all
from pick('part', 1, 'T3', 'total', 'total')
union all
select * from said('part', 1, ['expenditure'], ['expenditure_total'], 'value') anti join form_there('T3') using (report_id)
