-- zh: 一般公共预算结构说明的各类支出应当与决算表一致，各类之和应当等于合计，占比应当等于部分÷合计，其和应当为100%
-- en: Prose: classes must equal T5 and add up, shares must be quotients and add up to 100
-- name: classes_equal_T5
-- tolerance: SUM
-- severity: error
-- why: 同一事实印两处；合计的定义
from claims_and_cells('general_structure', 'T5')
union all
from shares('general_structure', ['function'], ['general_budget'])
union all
select report_id, '结构', null, 'total', 1, claim_id, amount, half
from checks.prose_claim
where subject in ('general_budget', 'fiscal_expenditure') and role = 'value' and report_id in (from structured()) and (
    section = 'general_structure' or (report_id, sentence) in ( -- the sentence that goes on to list the classes
        select part.report_id, part.sentence from checks.prose_claim as part
        where part.section = 'general_structure' and part.subject = 'function' and part.role = 'value' and len(part.code) = 3
    )
)
qualify row_number() over (partition by report_id order by place) = 1
union all
select report_id, '结构', null, 'part', 1, claim_id, amount, half
from checks.prose_claim
where section = 'general_structure' and subject = 'function' and role = 'value' and len(code) = 3 and report_id in (from structured())
union all
from sum_of_listed('general_structure')
