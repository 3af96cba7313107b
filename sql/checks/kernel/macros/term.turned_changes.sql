-- Macro of changes that the prose says the wrong way round

-- the way that words of comparison go: 1, -1, 0; null where they say none
create or replace macro way_of(direction) as map_extract_value(map {'above': 1, 'up': 1, 'below': -1, 'down': -1, 'same': 0, 'equal': 0}, direction);

-- changes of the right amount in the wrong direction: 本年 X，上年 Y，增加 Y－X. The words are wrong, no number is: N-24 says so, and nothing is worked out
-- of such a change
create or replace macro turned_changes() as table
select
    change.report_id, change.place, change.code, change.claim_id, if(change.direction = 'down', -1, 1) as said, value.amount - earlier.amount as moved,
    value.half + earlier.half as slack, value.claim_id as value_id, earlier.claim_id as other_id, '上年数' as base_zh, 'last year' as base_en
from checks.prose_claim as change
join checks.prose_claim as value
    on value.report_id = change.report_id and value.statement = change.statement and value.subject = change.subject and value.role = 'value'
join checks.prose_claim as earlier
    on earlier.report_id = change.report_id and earlier.statement = change.statement and earlier.subject = change.subject and earlier.role = 'prior'
where change.role = 'change' and change.base = 'prior_year' and change.direction in ('up', 'down')
    and abs(value.amount - earlier.amount) > value.half + earlier.half
    and sign(value.amount - earlier.amount) = if(change.direction = 'down', 1, -1)
    and abs(abs(value.amount - earlier.amount) - change.amount) <= value.half + earlier.half + change.half
qualify row_number() over (partition by change.claim_id order by value.place, earlier.place) = 1;

-- words that compare one of the three public expenses with a budget which only T7 gives: 支出 X，与预算相比无变化; 预算数 of T7 is 全年预算数 where its
-- heading or its note says so
create or replace macro words_beside_form() as table
select
    word.report_id, word.claim_id, word.place, word.code, way_of(word.direction) as said,
    value.amount - budget.value_yuan as moved, value.half + budget.half_step_yuan as slack, value.claim_id as value_id, budget.amount_id as other_id,
    '预算数' as base_zh, 'the budget' as base_en
from checks.prose_claim as word
join checks.prose_claim as value
    on value.report_id = word.report_id and value.statement = word.statement and value.subject = word.subject and value.role = 'value' and value.place < word.place
join checks.public_expense as budget
    on budget.report_id = word.report_id and budget.item = replace(word.subject, 'three_public', 'total') and budget.is_budget and not budget.in_doubt and budget.value_yuan is not null
where word.section = 'three_public' and word.role = 'direction' and word.direction != 'unresolved' and word.base = if(budget.is_annual, 'annual_budget', 'budget')
    and not exists (
        from checks.prose_claim as other
        where other.report_id = word.report_id and other.statement = word.statement and other.subject = word.subject and other.role in ('budget', 'change')
    )
qualify row_number() over (partition by word.claim_id order by value.place desc, budget.row) = 1;

-- changes from the budget, of the right amount in the wrong direction, where only T7 has the budget: the word is wrong, no number is
create or replace macro turned_beside_form() as table
select
    change.report_id, change.place, change.code, change.claim_id, if(change.direction = 'down', -1, 1) as said, final.value_yuan - budget.value_yuan as moved,
    final.half_step_yuan + budget.half_step_yuan as slack, final.amount_id as value_id, budget.amount_id as other_id, '预算数' as base_zh, 'the budget' as base_en
from checks.prose_claim as change
join checks.public_expense as budget on budget.report_id = change.report_id and budget.item = replace(change.subject, 'three_public', 'total') and budget.is_budget and not budget.in_doubt
join checks.public_expense as final on final.report_id = change.report_id and final.item = budget.item and final.phase = 'final' and not final.in_doubt
where change.section = 'three_public' and change.role = 'change' and change.base in ('budget', 'annual_budget') and change.direction in ('up', 'down')
    and abs(final.value_yuan - budget.value_yuan) > final.half_step_yuan + budget.half_step_yuan
    and sign(final.value_yuan - budget.value_yuan) = if(change.direction = 'down', 1, -1)
    and abs(abs(final.value_yuan - budget.value_yuan) - change.amount) <= final.half_step_yuan + budget.half_step_yuan + change.half
    and not exists (
        from checks.prose_claim as said
        where said.report_id = change.report_id and said.statement = change.statement and said.subject = change.subject and said.role = 'budget'
    )
qualify row_number() over (partition by change.claim_id order by final.row, budget.row) = 1;
