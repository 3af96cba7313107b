-- 每一个印出的金额单元格（空白、0、0.00、— 各自不同） / Every printed money cell; blank, 0, 0.00 and — stay different.
-- report_id: report
-- amount_id: stable key: report, page, form, panel, row, column
-- page: page in the PDF, from 1
-- bbox: x0, top, x1, bottom in points from the page's top left corner
-- form: form key
-- panel: left, right … where a table has panels side by side
-- row: row of the form's body, from 0
-- column_number: column of the grid, from 0
-- row_label: row name as printed
-- code: functional or economic code of the row (类/款/项 joined)
-- line: meaning of a row without code (income_total, opening, class, total …)
-- column_key: meaning of the column (total, basic, project …)
-- heading: column heading as printed, levels joined by /
-- is_within: a 其中 part, contained in a neighbour and never added
-- text: text as printed
-- mark: number, blank, dash, doubtful (looks like a number, is none), words (a sub-heading stands where the amount would)
-- value: number as printed, in unit
-- decimals: decimals printed
-- unit: money unit (元, 万元, 亿元)
-- value_yuan: value in 元
-- half_ulp_yuan: half a unit of the last printed decimal, in 元: the value stands for ± this much
-- is_held: our reading is in doubt; kept out of star and checks
select report.report_id, unnest(shelf.amounts, max_depth := 2)
from reading.report
join reading.shelf on shelf.filename = report.reading_path
