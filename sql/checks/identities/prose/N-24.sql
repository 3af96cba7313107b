-- zh: 增减、大于小于、持平等用语应当与数值方向一致
-- en: Prose: words of comparison must agree with the amounts
-- name: words_of_comparison_agree
-- tolerance: INT
-- severity: error
-- why: 用语应与数值一致
-- fault_zh: {amount.at_zh} {amount.name}：说的是{said_zh}{base_zh}，而{value.printed}{is_zh}{base_zh}{compared.printed}
-- fault_en: {amount.at_en}, {amount.name}: it is said to be {said_en} {base_en}, yet {value.printed} is {is_en} {compared.printed}
with compared as (
    select
        word.report_id, word.claim_id, word.place, word.code, way_of(word.direction) as said,
        value.amount - other.amount as moved, value.half + other.half as slack, value.claim_id as value_id, other.claim_id as other_id,
        if(word.base = 'prior_year', '上年数', '预算数') as base_zh, if(word.base = 'prior_year', 'last year', 'the budget') as base_en
    from checks.prose_claim as word
    join checks.prose_claim as value
        on value.report_id = word.report_id and value.statement = word.statement and value.subject = word.subject and value.role = 'value'
    join checks.prose_claim as other
        on other.report_id = word.report_id and other.statement = word.statement and other.subject = word.subject
        and (
            (word.base = 'prior_year' and other.role = 'prior')
            or (other.role = 'budget' and word.base = 'budget')
            or (other.role = 'budget' and word.base = map_extract_value(map {'initial': 'initial_budget', 'annual': 'annual_budget', 'unstated': 'budget'}, other.base))
        )
    where word.role = 'direction' and word.direction != 'unresolved'
    qualify row_number() over (partition by word.claim_id order by value.place desc, word.base = 'budget' and sign(value.amount - other.amount) = way_of(word.direction) desc, other.place desc) = 1
    union all by name
    from turned_changes()
    union all by name
    from words_beside_form()
    union all by name
    from turned_beside_form()
),
directed as (
    select report_id, place as instance, code, claim_id as stated_id, said as stated, if(abs(moved) <= slack and said * moved >= 0, said, sign(moved)) as expected,
        map {'value_id': value_id, 'compared_id': other_id, 'base_zh': base_zh, 'base_en': base_en, 'said_zh': ['小于', '等于', '大于'][said + 2],
            'is_zh': ['小于', '等于', '大于'][sign(moved) + 2], 'said_en': ['below', 'equal to', 'above'][said + 2],
            'is_en': ['below', 'equal to', 'above'][sign(moved) + 2]} as particulars
    from compared
)
from two_terms('directed')
