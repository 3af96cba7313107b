-- 人员数：报告所说的编制与实有人数 / Stated staff: how many posts and staff a report says its unit has; where it says more than one number, none is taken.
-- report_id: report (star.dim_report), current version
-- kind: quota 编制 (posts) or present 实有人员 (staff in office)
-- people: how many
-- page: page it stands on
-- sentence: its sentence (reading.sentence)
select
    said.report_id, staff.kind, any_value(number.people) as people, min(said.page) as page, min(said.sentence) as sentence
from reading.sentence as said
join star.dim_report as report on report.report_id = said.report_id and report.is_current
cross join reference.staff as staff
cross join lateral (select unnest(regexp_extract_all(said.text, staff.pattern, 1)) as digits) as found
cross join lateral (select try_cast(replace(found.digits, ',', '') as bigint) as people) as number
where said.section in ('units', 'profile') and (contains(said.text, '编制') or contains(said.text, '实有') or contains(said.text, '在职'))
group by said.report_id, staff.kind
having count(distinct number.people) = 1 and any_value(number.people) > 0
