-- Macro for the shares that the prose of a budget prints (family P; columns: see ratio.base.sql)

-- shares: 占 P% of what is named, else of that total of the section of which it is true, or of the first; 占收入预算 may be of the income with or without what is carried over
create or replace macro budget_shares() as table
select
    share.report_id, share.place as instance, share.code, 100 as factor, share.amount as stated, share.half as stated_half,
    part.amount as part, part.half as part_half, whole.amount as whole, whole.half as whole_half, [share.claim_id, part.claim_id, whole.claim_id] as amount_ids
from checks.budget_claim as share
join checks.budget_claim as part
    on part.report_id = share.report_id and part.statement = share.statement and part.role in ('value', 'budget') and part.subject = share.subject and part.place < share.place
    and part.value_yuan is not null
join (
    select report_id, claim_id, role, value_yuan, section, subject, amount, half, place from checks.budget_claim
    union all -- 占本年支出 of a total that the form alone prints
    select report_id, amount_id, 'value', value_yuan, form, line, value_yuan, half_step_yuan, '~' from checks.form_amount
    where form = 'P1' and line in ('income_total', 'expenditure_total', 'income_grand_total', 'expenditure_grand_total') and column_key in ('amount', 'total') and is_main
    union all -- shares of all that the form spends of the general budget, with what comes from the year before, below its money of the year (湖北)
    select report_id, amount_id, 'value', value_yuan, form, 'general_budget', value_yuan, half_step_yuan, '~' from checks.form_amount
    where form = 'P5' and line = 'total' and column_key in ('amount', 'total') and is_main
    union all -- 占“三公”经费 (江苏)
    select report_id, amount_id, 'value', value_yuan, form, 'three_public', value_yuan, half_step_yuan, '~' from checks.form_amount
    where form = 'P7' and column_key = 'budget_total' and is_main
) as whole
    on whole.report_id = share.report_id and whole.claim_id != part.claim_id and whole.role = 'value' and whole.value_yuan is not null
    and (share.base not in ('', 'unstated') or whole.section in (share.section, if(share.section = 'general_structure', 'general_budget', null), if(share.section in ('general_structure', 'general_budget'), 'P5', null)))
    and list_contains(coalesce(map_extract_value(map {
        'income': ['income_total', 'income_grand_total'], 'expenditure': ['expenditure_total', 'expenditure_grand_total'], 'basic': ['basic'],
        'overall': ['grand_total', 'income_grand_total', 'expenditure_grand_total', if(share.subject = 'function', 'general_budget', null)], 'general_structure': ['general_budget', 'fiscal_expenditure'],
        'fiscal_overall': ['fiscal_grand_total', 'fiscal_expenditure'], 'general_budget': ['general_budget'], 'government_fund': ['government_fund'],
        'income_grand_total': ['income_grand_total', 'grand_total', 'income_total'],
        'expenditure_grand_total': ['expenditure_grand_total', 'grand_total', 'expenditure_total']
    }, if(share.base in ('', 'unstated'), share.section, share.base)), [share.base]), whole.subject)
where share.role = 'share'
qualify row_number() over (
    partition by share.report_id, share.claim_id
    order by
        part.place desc,
        coalesce(may_be_percent(share.amount, share.half, part.amount, part.half, whole.amount, whole.half), false) desc,
        whole.section = share.section desc, whole.place
) = 1;
