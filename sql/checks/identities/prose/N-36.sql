-- zh: 说明中的科目应当用决算年度《政府收支分类科目》的名称
-- en: Prose: classes, groups and items must have the names of the fiscal year, not older ones
-- name: item_names_are_of_the_year
-- tolerance: INT
-- severity: warning
-- why: 科目名称逐年修订，应用当年名称
-- silent: no section of items
-- fault_zh: {names}是旧的科目名称
-- fault_en: {names_en}: older names of the classification
with told as (
    from older_names('final')
)
from two_terms('told')
