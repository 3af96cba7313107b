-- zh: 编制说明中增加、减少等用语应当与本年数和所印上年数的大小一致
-- en: Prose of a budget: words of increase and decrease must agree with both years where both are printed
-- name: words_of_change_agree_with_both_years
-- tolerance: INT
-- severity: error
-- why: 用语应与数值一致
-- fault_zh: {amount.at_zh} {amount.name}：说的是{said_zh}，而本年数{value.printed}{is_zh}所比的上年数{compared.printed}
-- fault_en: {amount.at_en}, {amount.name}: it is said to be {said_en}, yet {value.printed} of the year is {is_en} {compared.printed} of the year before
with changed as (
    select
        said.report_id, said.place as instance, said.code, said.change_id as stated_id, said.sign as stated,
        if(said.change_id in (from budget_turned()), -said.sign, said.sign) as expected,
        map {'value_id': said.value_id, 'compared_id': said.prior_id, 'said_zh': if(said.sign > 0, '增加', '减少'), 'said_en': if(said.sign > 0, 'an increase', 'a decrease'),
            'is_zh': if(said.amount < said.prior, '小于', '大于'), 'is_en': if(said.amount < said.prior, 'below', 'above')} as particulars
    from checks.budget_change as said
    where said.prior_id is not null
    union all by name
    select -- 上年X，本年Y，比上年减少Z%
        said.report_id, said.place as instance, said.code, said.growth_id as stated_id, said.sign as stated, if(said.is_turned, -said.sign, said.sign) as expected,
        map {'value_id': said.value_id, 'compared_id': said.prior_id, 'said_zh': if(said.sign > 0, '增加', '减少'), 'said_en': if(said.sign > 0, 'an increase', 'a decrease'),
            'is_zh': if(said.amount < said.prior, '小于', '大于'), 'is_en': if(said.amount < said.prior, 'below', 'above')} as particulars
    from budget_rates_of_years() as said
    union all by name
    select -- 与上年X持平
        said.report_id, split_part(same.claim_id, '-', 3) as instance, same.code, same.claim_id as stated_id, 0 as stated,
        if(abs(value.amount - earlier.amount) > value.half + earlier.half, sign(value.amount - earlier.amount), 0) as expected,
        map {'value_id': value.claim_id, 'compared_id': earlier.claim_id, 'said_zh': '持平', 'said_en': 'the same', 'is_zh': if(value.amount < earlier.amount, '小于', '大于'),
            'is_en': if(value.amount < earlier.amount, 'below', 'above')} as particulars
    from budget_texts() as said
    join reading.claim as same on same.report_id = said.said_id and same.role = 'direction' and same.direction = 'same' and len(same.doubts) = 0
    join checks.budget_claim as value
        on value.report_id = said.report_id and value.statement = same.statement and value.subject = same.subject and value.role = 'value' and value.sentence = same.sentence
    join checks.budget_claim as earlier
        on earlier.report_id = said.report_id and earlier.subject = same.subject and earlier.code is not distinct from same.code and earlier.role = 'prior' and earlier.sentence = same.sentence
            and (earlier.statement = same.statement or earlier.place < value.place) and earlier.base = same.base
    qualify count(*) over (partition by same.claim_id) = 1
)
from two_terms('changed')
