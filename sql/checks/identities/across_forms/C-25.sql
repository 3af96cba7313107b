-- zh: 各部分标题中的单位名称与封面逐字一致
-- en: Titles write the unit as the cover does, with its place
-- tolerance: INT
-- severity: warning
-- why: 单位名称应用全称，不省略地名，不写错字
from contradictions('C-25')
