-- zh: 各部分标题中的单位名称应当与封面逐字一致
-- en: Titles must write the unit as the cover does, with its place
-- name: titles_write_the_unit_with_its_place
-- tolerance: INT
-- severity: warning
-- why: 单位名称应用全称，不省略地名，不写错字
-- fault_zh: 第{pages}页标题的单位名称写作“{written}”，封面为“{known}”
-- fault_en: page {pages}: the title writes the unit “{written}”, the cover “{known}”
from contradictions('C-25', 'final')
