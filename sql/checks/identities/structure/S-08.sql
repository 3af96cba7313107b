-- zh: 用语应当完整、不自相矛盾：金额有单位，比率有百分号，增减、大小只说一个方向
-- en: Prose: an amount must have its unit, a rate its %, a comparison one direction
-- name: amounts_have_units_and_one_direction
-- tolerance: INT
-- severity: warning
-- why: 缺单位或方向不明，读者无从得知数额
-- fault_zh: 第{page}页“{quote}”：{kind_zh}
-- fault_en: page {page}, “{quote}”: {kind_en}
from wording_slips('final')
