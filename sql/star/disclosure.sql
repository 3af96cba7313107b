-- 公开：每份决算与预算一行，供勾稽与发现共用 / Disclosures: every final account and every budget, a row each: what identities judge and findings are of. Sums are made of star.dim_report or of star.dim_budget, never of both.
-- report_id: SHA-256 of the PDF
-- kind: final (决算) or budget (预算)
-- unit_key: unit (star.dim_unit)
-- fiscal_year: fiscal year
-- level: 部门 or 单位; null where nothing says it
-- version: 1 for the first file of the disclosure; null for a file of a budget without tables
-- is_current: whether it is the file that is judged
-- table_set: of a final account as star.dim_report; of a budget budget, none where it is a text alone
-- phase: of a budget initial (年初预算) or adjusted (调整预算); null for a final account
-- form_count: forms found
-- file: path below raw/
select report_id, kind, unit_key, fiscal_year, level, version, is_current, table_set, null as phase, form_count, file
from star.dim_report
union all by name
select report_id, kind, unit_key, fiscal_year, level, version, is_current, if(form_count = 0, 'none', 'budget') as table_set, phase, form_count, file
from star.dim_budget
