select * replace ('得分' as instance) from said('total', 1, ['performance'], ['score'], 'score')
where report_id in (select report_id from checks.told where subject = 'score_part' and role = 'score')
union all
select * replace ('得分' as instance) from said('part', 1, ['performance'], ['score_part'], 'score')
union all
select * replace ('分值' as instance) from said('total', 1, ['performance'], ['score'], 'weight')
union all
select * replace ('分值' as instance) from said('part', 1, ['performance'], ['score_part'], 'weight')
