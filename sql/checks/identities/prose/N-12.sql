select *, null as note, null::integer as page from told_cell('three_public', 'T7')
where contains(instance, '_total')
union all
select *, null, null from budget_change(['three_public'])
union all
select told.report_id, 'blank ' || told.place, null, side, 1, null, if(side = 'total', 1, 0), 0, sentence.printed as note, sentence.page
from checks.told as told
join checks.form_status as status on status.report_id = told.report_id and status.form = 'T7' and status.status = 'empty'
join reading.sentence as sentence on sentence.report_id = told.report_id and sentence.sentence = told.sentence,
    (values ('total'), ('part')) as sides(side)
where told.section = 'three_public' and told.subject = 'three_public' and told.role in ('value', 'budget') and told.amount > 0
