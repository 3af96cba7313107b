-- 各报告印出的科目编码，代替 reading.amount 供 lots/unlisted 查问 / The codes of each report's amounts, each once a form, for lots/unlisted in the place of reading.amount: which reports it has to look at.
-- report_id: report
-- form: form key
-- code: code as printed
-- row_label: not asked
-- is_held: not asked
select report_id, unnest(list_distinct(printed), recursive := true), null::varchar as row_label, null::boolean as is_held
from seen
