-- zh: 支出全部为一般公共预算时，说明的基本、项目支出应当与一般公共预算支出决算表逐位一致
-- en: Prose: where all expenditure is of the general budget, basic and project expenditure must equal T5 to the last digit
-- name: basic_and_project_equal_T5
-- tolerance: INT
-- severity: info
-- needs: T5
-- why: 同一事实；末位之差可能是分别取整
-- silent: not all expenditure is said to be of the general budget
-- fault_zh: {amount.says_zh}，而{other.says_zh}
-- fault_en: {amount.says_en}, while {other.says_en}
with general as (
    select whole.report_id
    from checks.prose_claim as whole
    join checks.prose_claim as part
        on part.report_id = whole.report_id and part.section = 'general_budget' and part.subject = 'general_budget' and part.role = 'value'
        and part.amount = whole.amount
    where whole.section = 'expenditure' and whole.subject = 'expenditure_total' and whole.role = 'value'
    qualify row_number() over (partition by whole.report_id order by whole.place, part.place) = 1
),
pair as (
    select
        claim.report_id, claim.subject as instance, claim.claim_id as stated_id, claim.amount as stated, cell.amount_id as expected_id, cell.value_yuan as expected
    from checks.prose_claim as claim
    join general on general.report_id = claim.report_id
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = 'T5' and cell.line = 'total' and cell.column_key = claim.subject and not cell.is_repeat
        and cell.half_step_yuan = claim.half
    where claim.section = 'expenditure' and claim.subject in ('basic', 'project') and claim.role = 'value'
    qualify row_number() over (partition by claim.report_id, claim.subject order by claim.place) = 1
)
from two_terms('pair')
