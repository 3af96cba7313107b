-- 每一个印出的金额单元格（空白、0、0.00、— 各自不同） / Every printed money cell; blank, 0, 0.00 and — stay different.
-- report_id: report
-- amount_id: stable key: report, page, form, panel, row, column
-- page: page in the PDF, from 1
-- bbox: x0, top, x1, bottom in points from the page's top left corner
-- form: form key
-- panel: left, right … where a table has panels side by side
-- row: row of the form's body, from 0
-- part_of: of a list of a budget, the row that this one is a part of; null where that cannot be told
-- column_number: column of the grid, from 0
-- row_label: row name as printed
-- code: functional or economic code of the row (类/款/项 joined)
-- line: meaning of a row without code (income_total, opening, class, total …)
-- column_key: meaning of the column (total, basic, project …)
-- heading: column heading as printed, levels joined by /
-- is_within: a 其中 part, contained in a neighbour and never added
-- text: text as printed
-- mark: number, blank, dash, doubtful (looks like a number, is none), words (a sub-heading stands where the amount would)
-- value: number as printed, in counted_in
-- decimals: decimals printed
-- counted_in: money unit (元, 万元, 亿元); of a count what its row says (辆, 个)
-- value_yuan: value in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元: the value stands for ± this much
-- is_held: our reading is in doubt; kept out of star and checks
-- may_be_elsewhere: of a held one, its row or column is in doubt, or where it ends: other cells of the form are in doubt with it
-- origin: table (text of the file) or ocr (read off a picture)
-- confirmed_by: who has confirmed a held cell, and when (raw.confirmed); its text and value are theirs
with printed as (
    select
        report_id, list_transform(list_filter(pages, lambda one: one.origin = 'ocr'), lambda one: one.page) as recognised,
        unnest(amounts, max_depth := 2)
    from reading.shelf
),
yuan(unit, factor) as (values ('元', 1), ('千元', 1000), ('万元', 10000), ('亿元', 100000000))
select
    printed.* exclude (recognised) replace (
        if(confirmed.line is null, printed.text, confirmed.text) as text,
        if(confirmed.line is null, printed.mark, confirmed.mark) as mark,
        if(confirmed.line is null, printed.value, confirmed.value) as value,
        if(confirmed.line is null, printed.decimals, confirmed.decimals) as decimals,
        if(confirmed.line is null, printed.value_yuan, (confirmed.value * yuan.factor)::decimal(24, 4)) as value_yuan,
        if(confirmed.line is null, printed.half_step_yuan, if(yuan.factor is null, null, half_in_yuan(confirmed.decimals, yuan.unit))) as half_step_yuan,
        printed.is_held and confirmed.line is null as is_held
    ),
    if(list_contains(recognised, printed.page), 'ocr', 'table') as origin, confirmed.who || ', ' || confirmed.date as confirmed_by
from printed
left join raw.confirmed
    on printed.is_held and confirmed.amount_id = printed.amount_id
    and confirmed.name = regexp_replace(coalesce(nullif(printed.row_label, ''), printed.heading), '\s', '', 'g')
left join yuan on yuan.unit = printed.counted_in and printed.column_key not in ('count', 'share')
