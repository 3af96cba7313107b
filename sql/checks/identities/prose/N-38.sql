-- zh: “三公”经费同一项与上年的比较应当前后一致
-- en: Prose: what is said of one of the three public expenses against last year must not contradict itself
-- name: three_public_comparisons_agree
-- tolerance: INT
-- severity: error
-- why: 同一比较只有一个方向
-- silent: nothing is said twice
-- fault_zh: 与上年相比，{other.at_zh} {other.name}说的是{first_zh}，{amount.at_zh} {amount.name}说的是{later_zh}
-- fault_en: against last year {other.at_en}, {other.name}, says {first_en}; {amount.at_en}, {amount.name}, says {later_en}
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
)
from two_terms('again')
