-- zh: 预算的标点应当不重复，引号应当成对
-- en: Prose of a budget: punctuation must not be doubled, quotation marks must be paired
-- name: punctuation_of_a_budget_is_paired_and_single
-- tolerance: INT
-- severity: info
-- why: 文字校对
-- fault_zh: 第{page}页「{note}」：{kind_zh}
-- fault_en: page {page}, 「{note}」: {kind_en}
from punctuation_slips('budget')
