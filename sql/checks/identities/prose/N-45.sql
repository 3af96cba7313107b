-- zh: 绩效自评综述的全年预算数、执行数、得分应当与该项目的自评表一致
-- en: Prose: budget, outcome and score of a project must equal those of the table that evaluates it
-- name: projects_equal_their_evaluation_table
-- tolerance: INT
-- severity: error
-- why: 同一事实印两处
-- silent: no self-evaluation form of a project
-- fault_zh: {said.says_zh}，而{cell.says_zh}[，且{also.says_zh}，而{also_cell.says_zh}]
-- fault_en: {said.says_en}, while {cell.says_en}[, and {also.says_en}, while {also_cell.says_en}]

-- a summary (…绩效自评综述：全年预算数 X，执行数 Y，得分 Z) against the table whose 项目名称 it holds; of several the one nearest in order
with summary as (
    select *, row_number() over (partition by report_id order by statement) as number
    from (
        select distinct report_id, statement, regexp_replace(label, '[^一-龥A-Za-z0-9]', '', 'g') as name
        from checks.prose_claim
        where section = 'performance' and subject = 'project_money' and sentence is not null and role = 'budget' and base = 'annual' and label != '' and not suffix(label, '整体支出')
    )
),
form as (
    select *, row_number() over (partition by report_id order by statement) as number
    from (
        select distinct report_id, statement, project_name(label) as name from checks.prose_claim
        where section = 'performance' and subject = 'project_money' and sentence is null
    )
),
pair as (
    select form.report_id, form.statement, summary.statement as said_statement
    from form
    join summary on summary.report_id = form.report_id and contains(summary.name, form.name)
    qualify row_number() over (partition by form.report_id, form.statement order by abs(summary.number - form.number), len(summary.name)) = 1
        and row_number() over (partition by form.report_id, summary.statement order by abs(summary.number - form.number), len(form.name) desc) = 1
),
said as (
    select claim.*, pair.statement as form_statement
    from pair
    join checks.prose_claim as claim
        on claim.report_id = pair.report_id and claim.statement = pair.said_statement and claim.role in ('budget', 'value') and claim.base in ('annual', '')
    qualify row_number() over (partition by claim.report_id, claim.statement, claim.role order by claim.place) = 1
),
money as (
    select
        said.report_id, said.sentence, said.place, said.claim_id, cell.claim_id as cell_id, abs(said.amount - cell.amount) > said.half + cell.half as is_other
    from said
    join checks.prose_claim as cell
        on cell.report_id = said.report_id and cell.statement = said.form_statement and cell.subject = 'project_money' and cell.sentence is null and cell.role = said.role and cell.base = said.base
    union all by name from scores_said_and_tabled()
),
told as (
    select
        report_id, min(place) as instance, count(*) filter (is_other) as stated, 0 as expected,
        coalesce(arg_min(claim_id, place) filter (is_other), min(claim_id)) as stated_id, coalesce(arg_min(cell_id, place) filter (is_other), min(cell_id)) as expected_id,
        map {
            'said_id': min_by(claim_id, place) filter (is_other), 'cell_id': min_by(cell_id, place) filter (is_other),
            'also_id': coalesce((list(claim_id order by place) filter (is_other))[2], ''), 'also_cell_id': coalesce((list(cell_id order by place) filter (is_other))[2], '')
        } as particulars
    from money
    group by report_id, sentence
)
from two_terms('told')
