-- 机构设置：报告列出的所属单位 / Units a department's report lists as covered (机构设置, 单位构成).
-- report_id: report
-- name: name as printed, brackets in full width
-- page: page it stands on
-- bbox: x0, top, x1, bottom in points
-- is_merged: the list says that its accounts are in those of the 本级 (并入本级)
select report_id, unnest(members, max_depth := 2) from reading.shelf
