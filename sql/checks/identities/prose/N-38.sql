-- zh: 同一项与上年的比较应当前后一致
-- en: Prose: what is said of one thing against last year must not contradict itself
-- name: comparisons_with_last_year_agree
-- tolerance: INT
-- severity: error
-- why: 同一比较只有一个方向
-- silent: nothing is said twice
-- fault_zh: 与上年相比，{other.at_zh} {other.name}说的是{first_zh}，{amount.at_zh} {amount.name}说的是{later_zh}
-- fault_en: against last year {other.at_en}, {other.name}, says {first_en}; {amount.at_en}, {amount.name}, says {later_en}

-- of the three public expenses wherever they are spoken of; of all else the reason (减少的主要原因是) beside the change right before it
with said as (
    select
        report_id, subject, claim_id, place,
        map_extract_value(map {'above': 1, 'up': 1, 'below': -1, 'down': -1, 'same': 0, 'equal': 0}, direction) as sign, amount
    from checks.prose_claim
    where section = 'three_public' and subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception')
        and base = 'prior_year' and role in ('direction', 'change') and direction in ('above', 'up', 'below', 'down', 'same', 'equal')
),
first as (
    select * from said qualify row_number() over (partition by report_id, subject order by place) = 1
),
again as (
    select
        said.report_id, concat_ws(' ', said.subject, said.place) as instance, said.claim_id as stated_id, said.sign as stated,
        first.claim_id as expected_id, first.sign as expected, map {
            'first_zh': ['减少', '持平', '增加'][first.sign + 2], 'later_zh': ['减少', '持平', '增加'][said.sign + 2],
            'first_en': ['less', 'as much', 'more'][first.sign + 2], 'later_en': ['less', 'as much', 'more'][said.sign + 2]
        } as particulars
    from said
    join first using (report_id, subject)
    where said.place > first.place and coalesce(said.amount, 1) != 0 and coalesce(first.amount, 1) != 0
),
reasoned as (
    select word.report_id, concat_ws(' ', word.subject, word.place) as instance, word.claim_id as stated_id, word.direction, change.claim_id as expected_id, change.direction as before
    from checks.prose_claim as word
    join checks.prose_claim as change
        on change.report_id = word.report_id and change.section = word.section and change.subject = word.subject and change.code is not distinct from word.code
        and change.base = word.base and change.sentence between word.sentence - 1 and word.sentence and change.place < word.place
    where word.section != 'three_public' and word.role = 'direction' and word.base = 'prior_year' and word.direction in ('up', 'down')
        and change.role in ('change', 'growth') and change.direction in ('up', 'down') and change.amount != 0
    qualify row_number() over (partition by word.claim_id order by change.place desc) = 1
),
compared as (
    from again
    union all by name
    select report_id, instance, stated_id, if(direction = 'up', 1, -1) as stated, expected_id, if(before = 'up', 1, -1) as expected, map {
            'first_zh': if(before = 'up', '增加', '减少'), 'later_zh': if(direction = 'up', '增加', '减少'), 'first_en': if(before = 'up', 'more', 'less'), 'later_en': if(direction = 'up', 'more', 'less')
        } as particulars
    from reasoned
)
from two_terms('compared')
