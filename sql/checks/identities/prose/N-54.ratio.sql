from growth_of(['initial_budget', 'annual_budget', 'budget'])
where amount_ids[1] not in (select claim_id from checks.prose_claim where section = 'general_items')
union all
-- 完成年初预算的 P%，比年初预算增加 X: the change leads back to the budget that is not printed
select
    rate.report_id, rate.place as instance, rate.code, 100 as factor, rate.amount as stated, rate.half as stated_half, value.amount as part, value.half as part_half,
    value.amount - if(change.direction = 'down', -1, 1) * change.amount as whole, value.half + change.half as whole_half,
    [rate.claim_id, value.claim_id, change.claim_id] as amount_ids
from checks.prose_claim as rate
join checks.prose_claim as value -- of the statement, else what the section says of the fund, once (河北)
    on value.report_id = rate.report_id and value.subject = rate.subject and value.role = 'value'
    and (value.statement = rate.statement or (
        rate.section = 'fiscal_overall' and value.section = rate.section
        and list_contains(['income_general_budget', 'general_budget', 'income_government_fund', 'government_fund'], rate.subject)
        and not exists (
            from checks.prose_claim as other
            where other.report_id = rate.report_id and other.section = rate.section and other.subject = rate.subject and other.role = 'value'
                and other.amount != value.amount
        )
    ))
join checks.prose_claim as change
    on change.report_id = rate.report_id and change.statement = rate.statement and change.subject = rate.subject and change.role = 'change'
    and change.direction in ('up', 'down')
    and change.base = map_extract_value(map {'initial': 'initial_budget', 'annual': 'annual_budget', 'unstated': 'budget'}, rate.base)
where rate.role = 'completion' and value.code is not distinct from rate.code and change.code is not distinct from rate.code
    and not exists (
        from checks.prose_claim as said
        where said.report_id = rate.report_id and said.statement = rate.statement and said.subject = rate.subject and said.role = 'budget'
    )
qualify row_number() over (partition by rate.claim_id order by value.statement = rate.statement desc, value.place desc, change.place) = 1
union all
-- 财政拨款支出年初预算数 X，完成年初预算的 P% (浙江): the amount is that of the forms, of the year or with the balances
select
    rate.report_id, rate.place, rate.code, 100, rate.amount, rate.half, part.amount, part.half, budget.amount, budget.half, [rate.claim_id, part.amount_id, budget.claim_id]
from checks.prose_claim as rate
join checks.prose_claim as budget
    on budget.report_id = rate.report_id and budget.statement = rate.statement and budget.subject = rate.subject and budget.role = 'budget' and budget.base = rate.base
join (values ('fiscal_expenditure', 'fiscal_expenditure'), ('fiscal_expenditure', 'fiscal_grand_total'), ('general_budget', 'general_budget')) as known(subject, whole)
    on known.subject = rate.subject
join whole() as part on part.report_id = rate.report_id and part.subject = known.whole and part.rank = 0
where rate.role = 'completion'
    and not exists (
        from checks.prose_claim as said
        where said.report_id = rate.report_id and said.statement = rate.statement and said.subject = rate.subject and said.role = 'value'
    )
qualify row_number() over (
    partition by rate.claim_id
    order by
        may_be_percent(rate.amount, rate.half, part.amount, part.half, budget.amount, budget.half) desc,
        known.whole, part.amount_id
) = 1
