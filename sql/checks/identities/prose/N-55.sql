-- zh: 增减额与其增减率应当同向
-- en: Prose: a change and its rate must go the same way
-- name: changes_and_rates_go_one_way
-- tolerance: INT
-- severity: error
-- why: 增减率是增减额÷基数，二者同号
-- silent: nothing printed to compare with
-- fault_zh: {amount.at_zh} {amount.name}：增减额为{moved_zh}{change.printed}，增减率却为{grown_zh}{amount.printed}
-- fault_en: {amount.at_en}, {amount.name}: {moved_en} of {change.printed} is stated, yet its rate as {grown_en} of {amount.printed}

-- a rate right behind its change; of a change or a rate of 0 no way is asked, and where a minus is printed two words may say one thing
with paired as (
    select
        growth.report_id, growth.place as instance, growth.code, growth.claim_id as stated_id, rate.sign as stated, change.claim_id as expected_id,
        moved.sign as expected, map {
            'change_id': change.claim_id, 'moved_zh': moved.moved_zh, 'grown_zh': rate.grown_zh, 'moved_en': moved.moved_en, 'grown_en': rate.grown_en
        } as particulars
    from checks.prose_claim as growth
    join checks.prose_claim as change
        on change.report_id = growth.report_id and change.statement = growth.statement and change.subject = growth.subject
        and change.role = 'change' and change.base = growth.base and change.place < growth.place
    join ways() as rate on rate.direction = growth.direction
    join ways() as moved on moved.direction = change.direction
    where growth.role = 'growth' and growth.amount > 0 and change.amount > 0 and growth.sentence = change.sentence
        and not exists (
            from checks.prose_claim as between_them
            where between_them.report_id = growth.report_id and between_them.place > change.place and between_them.place < growth.place
        )
)
from two_terms('paired')
