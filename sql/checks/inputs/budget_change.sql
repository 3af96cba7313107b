-- 预算文字所说的增减额，连同本年数和所印上年数 / Changes that the prose of a budget says, with the amount of the year, and that of the year before where it is printed.
-- report_id: budget
-- place: place of the change in the prose
-- statement: statement of the three
-- section: section of the prose
-- subject: what it is about
-- code: functional or economic code
-- base: what is compared with
-- change_id: claim of the change
-- sign: 1 for an increase, −1 for a decrease
-- change: the change in 元
-- change_half: half a unit of its last printed decimal
-- value_id: claim of the amount of the year
-- amount: that amount in 元
-- half: half a unit of its last printed decimal
-- prior_id: claim of the amount of the year before, null where none is printed
-- prior: that amount in 元
-- prior_half: half a unit of its last printed decimal
with said as ( -- a cost is alone where the section of the costs tells no other amount of it
    select
        *, section = 'three_public' and role = 'value' and min(value_yuan) over (partition by report_id, section, subject, role, label) = max(value_yuan) over (partition by report_id, section, subject, role, label) as is_alone
    from checks.budget_claim
)
select
    change.report_id, change.place, change.statement, change.section, change.subject, change.code, change.base, change.claim_id as change_id,
    if(change.direction = 'down', -1, 1) as sign, change.amount as change, change.half as change_half,
    value.claim_id as value_id, value.amount, value.half, if(earlier.base in (change.base, ''), earlier.claim_id, null) as prior_id, if(earlier.base in (change.base, ''), earlier.amount, null) as prior, if(earlier.base in (change.base, ''), earlier.half, null) as prior_half
from checks.budget_claim as change
join said as value
    on value.report_id = change.report_id and value.role = 'value' and value.code is not distinct from change.code and value.value_yuan is not null
    and (
        value.statement = change.statement and value.subject = change.subject
        or change.subject = 'grand_total' and value.subject in ('income_grand_total', 'expenditure_grand_total') -- 收入总计 X，支出总计 X，收、支总计各增加 Y
        and value.section = change.section and value.sentence between change.sentence - 1 and change.sentence and value.place < change.place
        or value.is_alone and value.section = change.section and value.subject = change.subject and value.place < change.place -- 公务接待11.8万元 above, 其中公务接待减少0.58万元 below
    )
left join checks.budget_claim as earlier
    on earlier.report_id = change.report_id and earlier.statement = change.statement and earlier.subject = change.subject and earlier.role = 'prior'
    and earlier.code is not distinct from change.code
where change.role = 'change' and change.direction in ('up', 'down') and change.value_yuan is not null
    and not (change.subject = 'grand_total' and value.subject != 'grand_total' and (change.report_id, change.section, value.subject) in ( -- behind a total that has its own change it is of the reason: 收支减少主要原因是工程完工，较上年减少 Z
        select (report_id, section, subject) from said where role = 'change'
    ))
qualify row_number() over (partition by change.report_id, change.claim_id order by value.subject = change.subject desc, value.statement = change.statement desc, value.place < change.place desc, value.place desc, earlier.base in (change.base, '') desc, earlier.place < change.place desc, earlier.place desc) = 1
