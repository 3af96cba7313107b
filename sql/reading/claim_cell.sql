-- 陈述对应的法定表格单元 / The cell of a statutory form a claim speaks of, where it speaks of one.
-- report_id: report
-- claim_id: claim (reading.claim)
-- page: page the claim stands on
-- form: form key
-- panel: panel of the form, left and right for T1 and T4
-- line: meaning of the row, null where the code says it
-- code: functional or economic code of the row
-- column_key: meaning of the column
-- value_yuan: money in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元
-- is_leaf: no claim of the report speaks of a part of this row of the form
-- is_told_only: the report has no such form, so that the claim alone states the fact
-- origin: prose (text of the file) or ocr (read off a picture)
with general as ( -- reports whose items of 财政拨款 are those of T5, as they print no form of all its funds
    select report_id from reading.form group by report_id having bool_or(form = 'T5') and not bool_or(form = 'U4')
),
led as ( -- what of 财政拨款 was said last before a claim: all of it, or one fund
    select
        report_id, claim_id,
        last_value(if(subject in ('fiscal_expenditure', 'fiscal_grand_total', 'general_budget', 'government_fund', 'state_capital'), subject, null) ignore nulls) over (partition by report_id order by claim_id) as led_by
    from reading.claim
    where section = 'fiscal_overall' and role in ('value', 'budget')
),
several as ( -- classes of 财政拨款 that are paid from several funds or another one, with what the general budget pays
    select report_id, code, max(value_yuan) filter (column_key = 'general_budget') as general_yuan
    from reading.amount
    where form = 'T4' and panel = 'right' and line = 'class' and column_key in ('total', 'general_budget') and code is not null
    group by report_id, code
    having max(value_yuan) filter (column_key = 'total') is distinct from coalesce(general_yuan, 0)
),
placed as (
    select
        claim.report_id, claim.claim_id, claim.page, cell.form, cell.panel,
        if(claim.fitted in ('income_total', 'expenditure_total') and claim.role = 'value', claim.fitted, nullif(cell.line, '')) as line, claim.code, cell.column_key, claim.value_yuan, claim.half_step_yuan, claim.origin
    from reading.claim
    join reference.claim_cell as cell on cell.section = claim.section and cell.subject = claim.subject and cell.role = claim.role
    left join led on led.report_id = claim.report_id and led.claim_id = claim.claim_id
    left join several on several.report_id = claim.report_id and several.code = claim.code
    where claim.value_yuan is not null and len(claim.doubts) = 0
        and (claim.subject not in ('function', 'economic') or claim.code is not null)
        and (claim.code is null or claim.subject in ('function', 'economic'))
        and not (claim.subject = 'function' and cell.form = 'U4' and len(claim.code) = 3)
        and (claim.section != 'fiscal_overall' or claim.subject != 'function' or cell.form = if(
            claim.report_id not in (select report_id from general), 'U4',
            if(several.code is not null and starts_with(led.led_by, 'fiscal') and claim.value_yuan is distinct from several.general_yuan, 'T4', 'T5')
        ))
),
deeper as (
    select distinct upper.report_id, upper.form, upper.code
    from placed as upper
    join placed as part
        on part.report_id = upper.report_id and part.form = upper.form and starts_with(part.code, upper.code) and len(part.code) > len(upper.code)
)
select
    placed.report_id, placed.claim_id, placed.page, placed.form, placed.panel, placed.line, placed.code, placed.column_key,
    placed.value_yuan, placed.half_step_yuan, deeper.code is null as is_leaf, form.form is null as is_told_only, placed.origin
from placed
left join deeper on deeper.report_id = placed.report_id and deeper.form = placed.form and deeper.code = placed.code
left join reading.form on form.report_id = placed.report_id and form.form = placed.form
