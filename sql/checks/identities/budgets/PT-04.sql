-- zh: 绩效目标表的年度资金总额、绩效目标所列的预算数应当与项目支出预算表同名项目的合计一致
-- en: Tables and lists of targets: the money of a project this year must equal the total of the project of its name in PX
-- name: target_money_equals_the_project
-- tolerance: SAME
-- severity: warning
-- needs: PX
-- silent: nothing printed to compare with
-- why: 同一项目的预算印两处

-- names that stand once on either side; money carried over from the year before may not be in PX, or in PX alone and not in a list of targets
with named as (
    select report_id, statement, subject, claim_id, value_yuan, half_step_yuan, project_name(label) as name
    from checks.budget_claim
    where subject in ('target_money', 'target_listed') and base = 'annual' and label != ''
),
opening as (from checks.budget_claim where subject = 'target_source' and starts_with(label, '上年结转') and value_yuan != 0),
told as (
    from named anti join opening on opening.report_id = named.report_id and opening.statement = named.statement
    qualify count(*) over (partition by named.report_id, named.name) = 1
),
printed as (
    select
        cell.report_id, cell.amount_id, cell.value_yuan, cell.half_step_yuan, project_name(amount.row_label) as name
    from checks.form_amount as cell
    join reading.amount as amount on amount.amount_id = cell.amount_id and amount.form = 'PX'
    where cell.form = 'PX' and cell.column_key = 'total' and not cell.is_within
    qualify count(*) over (partition by cell.report_id, name) = 1
),
pair as (
    select
        told.report_id, concat('targets ', told.statement) as instance, told.claim_id as stated_id, told.value_yuan as stated, told.half_step_yuan as stated_half,
        printed.amount_id as expected_id, printed.value_yuan as expected, printed.half_step_yuan as expected_half
    from told
    join printed using (report_id, name)
    where printed.value_yuan is not null
        and not (told.subject = 'target_listed' and told.value_yuan < printed.value_yuan and told.report_id in (from budget_carried()))
)
from two_terms('pair')
