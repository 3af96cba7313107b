-- 与上年比较的陈述 / What a report's prose says of the year before: a change, a growth or last year's value, with the value it is compared with.
-- report_id: report
-- section: section of the prose
-- subject: what it is about; 收入总计 that means 本年收入合计 is that
-- code: functional or economic code, null for others
-- place: its order in the report
-- role: change, growth or prior
-- direction: up or down
-- claim_id: the claim
-- amount: its value, money in 元
-- half: half a unit of its last printed decimal
-- value_id: this year's value in the same statement; null where none is said
-- value_amount: its amount
-- value_half: half a unit of its last printed decimal
-- hindrance: why it cannot be held against last year's report
select
    other.report_id, other.section, if(value.fitted in ('income_total', 'expenditure_total'), value.fitted, other.subject) as subject, other.code, other.place, other.role, other.direction, other.claim_id, other.amount, other.half,
    value.claim_id as value_id, value.amount as value_amount, value.half as value_half,
    if(contains(sentence.text, '口径'), 'compared on another basis (同口径)', null) as hindrance
from checks.prose_claim as other
left join checks.prose_claim as value
    on value.report_id = other.report_id and value.statement = other.statement and value.subject = other.subject
    and value.role = 'value' and value.place < other.place
join reading.sentence as sentence on sentence.report_id = other.report_id and sentence.sentence = other.sentence
where (other.role = 'prior' or (other.role in ('change', 'growth') and other.base = 'prior_year' and other.direction in ('up', 'down')))
qualify row_number() over (partition by other.claim_id order by value.place desc) = 1
    and (other.code is null or count(distinct other.statement) over (partition by other.report_id, other.section, other.subject, other.code, other.role) = 1)
