-- zh: 增长率应当以不为零的上年数为基数，从零增加的惯称增长100%
-- en: Prose: a growth rate must have a base above zero; growth of 100% from zero is a convention
-- name: growth_has_a_base_above_zero
-- tolerance: INT
-- severity: info
-- why: 零不能作除数；惯例写作100%
-- fault_zh: {amount.at_zh} {amount.name}：上年数为零，增长率没有定义
-- fault_en: {amount.at_en}, {amount.name}: last year is zero, and the rate is not defined
with rate as (
    select report_id, place as instance, code, claim_id as stated_id, is_zero and is_convention as stated, 0 as expected
    from checks.zero_base_rate
    where role = 'growth'
)
from two_terms('rate')
