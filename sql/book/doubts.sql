-- 一份报告被隔离的读取与记录的疑点 / What is held of a report, and what was noted about it.
-- $report: report_id
select 'held' as kind, scope, page, form, reason, reason_zh, detail, remedy, remedy_zh from reading.quarantine where sha256 = $report
union all
select 'noted', scope, page, form, reason, reason_zh, detail, remedy, remedy_zh from reading.doubt where report_id = $report
order by all
