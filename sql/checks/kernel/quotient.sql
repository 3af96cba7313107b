-- 比率判定：区间商与印出比率是否相交 / Ratios judged: whether the interval of the quotient meets the printed one; by products, so that nothing is rounded.
-- identity_id: identity (reference.identity)
-- report_id: report
-- instance: which occurrence within the report
-- code: classification code it is about
-- stated: the printed quotient
-- expected: the quotient of the printed terms
-- residual: stated − expected
-- bound: largest difference that rounding of the printed decimals can make
-- outcome: exact, rounding, violation, not_evaluable
-- reason: why it is not evaluable
-- amount_ids: claims and amounts it is made of
with judged as (
    select
        *,
        try_cast(factor * part / nullif(whole, 0) as decimal(24, 6)) as expected,
        try_cast(factor * (part_half + abs(part) * whole_half / nullif(whole, 0)) / nullif(whole - whole_half, 0) + stated_half as decimal(24, 6)) as bound,
        factor * (part - part_half) <= (stated + stated_half) * (whole + whole_half)
            and factor * (part + part_half) >= (stated - stated_half) * (whole - whole_half) as meets,
        case
            when whole is null then 'nothing printed to compare with'
            when whole = 0 then 'base is zero'
            when whole - whole_half <= 0 then 'base may be zero'
            when part is null then 'no amount printed'
            when meets is null then 'a number too large to judge'
        end as reason
    from (
        select
            * replace (
                try_cast(stated as decimal(18, 6))::decimal(20, 6) as stated, stated_half::decimal(18, 7) as stated_half, try_cast(part as decimal(20, 4)) as part,
                part_half::decimal(18, 6) as part_half, try_cast(whole as decimal(18, 4))::decimal(20, 4) as whole, whole_half::decimal(14, 4) as whole_half,
                factor::decimal(4, 0) as factor
            )
        from checks.ratio
    )
)
select
    identity_id, report_id, instance, code, stated, if(reason is null, expected, null) as expected,
    if(reason is null, stated - expected, null) as residual, if(reason is null, bound, null) as bound,
    case
        when reason is not null then 'not_evaluable'
        when not meets then 'violation'
        when abs(stated - expected) <= stated_half then 'exact'
        else 'rounding'
    end as outcome,
    reason, amount_ids
from judged
