-- zh: 部门整体支出绩效自评表的全年执行数应当与决算表的本年支出一致
-- en: Prose: the outcome in the self-evaluation of the whole unit must equal expenditure of the year in the forms
-- name: self_evaluation_equals_expenditure
-- tolerance: SAME
-- severity: warning
-- why: 同一事实印两处
-- silent: no self-evaluation form of the whole unit

-- 总额 against the total of T3, 财政拨款 against that of T4
with cell(label, form, line, column_key) as (
    values ('总额', 'T3', 'total', 'total'), ('财政拨款', 'T4', 'expenditure_total', 'total')
),
pair as (
    select
        claim.report_id, claim.label as instance, claim.claim_id as stated_id, claim.amount as stated, claim.half as stated_half,
        printed.amount_id as expected_id, printed.value_yuan as expected, printed.half_step_yuan as expected_half
    from checks.prose_claim as claim
    join cell on cell.label = claim.label
    join checks.form_amount as printed
        on printed.report_id = claim.report_id and printed.form = cell.form and printed.line = cell.line and printed.column_key = cell.column_key and not printed.is_repeat
    where claim.subject = 'unit_money' and claim.role = 'value'
)
from two_terms('pair')
