-- zh: 增长率的基数应当不为零，从零增加的惯称增长100%
-- en: Prose: a growth rate must have a base above zero; growth of 100% from zero is a convention
-- name: growth_has_a_base_above_zero
-- tolerance: INT
-- severity: info
-- why: 零不能作除数；惯例写作100%
-- fault_zh: {amount.at_zh} {amount.name}：{base_zh}为零，增长率没有定义
-- fault_en: {amount.at_en}, {amount.name}: {base_en} is zero, and the rate is not defined
with rate as (
    select
        report_id, place as instance, code, claim_id as stated_id, is_zero and is_convention as stated, 0 as expected,
        map {
            'base_zh': case base when 'initial_budget' then '年初预算数' when 'annual_budget' then '全年预算数' when 'budget' then '预算数' when 'prior_budget' then '上年预算数' when 'other_year' then '所比年度的数' else '上年数' end,
            'base_en': case base when 'initial_budget' then 'the initial budget' when 'annual_budget' then 'the annual budget' when 'budget' then 'the budget' when 'prior_budget' then 'last year''s budget' when 'other_year' then 'the year compared with' else 'last year' end
        } as particulars
    from checks.zero_base_rate
    where role = 'growth'
)
from two_terms('rate')
