-- 比率勾稽项：每个比率恒等式每次出现一行 / Ratio instances: a printed percent or mean, and the part and whole it is the quotient of.
-- identity_id: identity (reference.identity)
-- report_id: report
-- instance: which occurrence within the report
-- code: classification code it is about
-- factor: 100 for a percent, 1 for a mean
-- stated: the printed quotient
-- stated_half: half a unit of its last printed decimal
-- part: numerator
-- part_half: what the numerator stands for, plus or minus
-- whole: denominator; null where none is printed
-- whole_half: what the denominator stands for, plus or minus
-- amount_ids: claims and amounts it is made of
select
    identity_id, report_id, instance, code::varchar as code, factor::integer as factor, stated::decimal(24, 4) as stated,
    stated_half::decimal(24, 6) as stated_half, part::decimal(35, 4) as part, part_half::decimal(25, 6) as part_half,
    whole::decimal(35, 4) as whole, whole_half::decimal(25, 6) as whole_half, amount_ids
from (
-- (the identities' ratios)
)
