-- The macro of growth, said of one subject or of both sides

-- growth: 增长 P% of the base that the change leads back to: value − change upward, value + change downward;
-- 收入总计 X，支出总计 X，各增加 …: what is said of both leads back to either, of the sentence or the one before;
-- 总收入 Z，其中本年收入 X。本年收入增加 …: an amount that the section says before, maybe with others between, if it says no other
create or replace macro growth_of(bases) as table
with grown as (
    select growth.claim_id as growth_id, value.*, true as is_own
    from checks.prose_claim as growth
    join checks.prose_claim as value
        on value.report_id = growth.report_id and value.statement = growth.statement and value.subject = growth.subject
    where growth.role = 'growth' and value.role = 'value' and value.place < growth.place
    union all by name
    select growth.claim_id as growth_id, value.*, false as is_own
    from checks.prose_claim as growth
    join (values
        ('grand_total', 'income_grand_total'), ('grand_total', 'expenditure_grand_total'), ('grand_total', 'grand_total'),
        ('fiscal_grand_total', 'fiscal_grand_total')
    ) as both_sides(subject, side) on both_sides.subject = growth.subject
    join checks.prose_claim as value
        on value.report_id = growth.report_id and value.section = growth.section and value.subject = both_sides.side
    where growth.role = 'growth' and value.role = 'value' and value.place < growth.place and value.sentence >= growth.sentence - 1
    union all by name
    select growth.claim_id as growth_id, value.*, false as is_own
    from checks.prose_claim as growth
    join (
        select *, if(section = 'three_public', '', label) as named
        from checks.prose_claim
        where role = 'value' and subject not in ('reason', 'project_money', 'profile')
        qualify count(distinct amount) over (partition by report_id, section, subject, code, named) = 1
    ) as value
        on value.report_id = growth.report_id and value.section = growth.section and value.subject = growth.subject
        and value.named in ('', growth.label) and value.code is not distinct from growth.code
    where growth.role = 'growth' and value.place < growth.place
        and (growth.section != 'three_public' or not exists ( -- whose amounts T7 has (N-48)
            from checks.form_status as costs
            where costs.report_id = growth.report_id and costs.form = 'T7' and costs.status in ('filled', 'empty', 'declared_empty', 'left_blank', 'in doubt')
        ))
)
select
    growth.report_id, growth.place as instance, growth.code, 100 as factor,
    growth.amount as stated, growth.half as stated_half, change.amount as part, change.half as part_half,
    value.amount - if(growth.direction in ('down', 'below'), -1, 1) * change.amount as whole, value.half + change.half as whole_half,
    [growth.claim_id, change.claim_id, value.claim_id] as amount_ids
from checks.prose_claim as growth
join checks.prose_claim as change
    on change.report_id = growth.report_id and change.statement = growth.statement and change.role = 'change' and change.subject = growth.subject
    and change.place < growth.place and change.base = growth.base
join grown as value on value.growth_id = growth.claim_id and value.report_id = growth.report_id
where growth.role = 'growth' and list_contains(bases, growth.base) and growth.direction in ('up', 'down', 'above', 'below')
    and (change.direction in ('down', 'below')) = (growth.direction in ('down', 'below')) -- 减少 X，增长 Y%: the words are at odds (N-55)
    and not exists ( -- of the right amount in the wrong direction: the words are wrong (N-24)
        from checks.prose_claim as earlier
        where earlier.report_id = growth.report_id and earlier.statement = growth.statement and earlier.subject = growth.subject and earlier.role = 'prior'
            and sign(value.amount - earlier.amount) = if(growth.direction in ('down', 'below'), 1, -1)
            and abs(abs(value.amount - earlier.amount) - change.amount) <= value.half + earlier.half + change.half
    )
qualify row_number() over (partition by growth.claim_id order by change.place desc, value.is_own desc, value.place desc) = 1;
