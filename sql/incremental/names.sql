-- 每份报告所提到的单位名称：自己的与机构设置所列的，本级与汇总不分 / The names of units in each report: its own and those its 机构设置 lists; a department and its 本级 share theirs. Tables of a budget that name no unit or no year may be those of any text in their folder (star.budget_text): these share a name of their own.
-- report_id: report
-- name: name of a unit, or what stands for one
select report_id, bare_unit(unit_name) as name
from reading.report
where unit_name is not null
union
select report_id, bare_unit(name)
from reading.member
union
select report_id, 'budget ' || folder
from reading.report
where kind = 'budget' and (unit_name is null or fiscal_year is null or report_id not in (select report_id from reading.form))
