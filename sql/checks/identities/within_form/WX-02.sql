-- zh: 同一项级科目重复列示时，其和应当等于决算表该科目
-- en: Prose: an item said several times, once for each unit, must add up to its row of T5
-- name: repeated_items_add_up_to_T5
-- tolerance: SUM
-- severity: error
-- needs: T5
-- why: 部门汇总各单位同一科目
-- silent: no item listed twice
select claim.report_id, concat_ws(' ', 'T5', cell.code) as instance, cell.code, 'part' as side, 1 as weight, claim.claim_id as amount_id, claim.amount as value_yuan, claim.half as half_step_yuan
from checks.prose_claim as claim
join reading.claim_cell as cell on cell.report_id = claim.report_id and cell.claim_id = claim.claim_id
where claim.section = 'general_items' and claim.subject = 'function' and cell.form = 'T5'
    and (claim.report_id, cell.code) not in (from whole_items())
    and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
qualify count(*) over (partition by claim.report_id, cell.code) > 1
union all
select cell.report_id, concat_ws(' ', 'T5', cell.code), cell.code, 'total', 1, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
where cell.form = 'T5' and cell.column_key = 'total' and (cell.report_id, cell.code) in (
    select claim.report_id, claim.code from checks.prose_claim as claim
    where claim.section = 'general_items' and claim.subject = 'function' and claim.role = 'value'
        and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
    group by claim.report_id, claim.code having count(*) > 1
) and (cell.report_id, cell.code) not in (from whole_items())
