-- zh: 结构说明的占比应当以一般公共预算支出合计为分母
-- en: Prose: shares of the structure must be of general budget expenditure
-- name: structure_shares_are_of_general_budget
-- tolerance: INT
-- severity: warning
-- why: 结构情况说明一般公共预算支出的构成
-- fault_zh: {amount.at_zh} {amount.name}：{amount.printed}不是以一般公共预算支出合计为分母算出的
-- fault_en: {amount.at_en}, {amount.name}: {amount.printed} is not a share of general budget expenditure

-- only where the report gives a total of general budget expenditure to take shares of
with share as (
    select report_id, place as instance, code, claim_id as stated_id, fitted = 'general_budget' as stated, 1 as expected
    from checks.prose_claim
    where section = 'general_structure' and subject = 'function' and role = 'share' and base = 'unstated' and fitted is not null
        and report_id in (
            select report_id from checks.prose_claim where subject = 'general_budget' and role = 'value'
            union all
            from form_there('T5')
        )
)
from two_terms('share')
