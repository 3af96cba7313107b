-- 一批报告可评价的商 / The quotients of some reports that can be judged.
-- $reports: reports
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- factor: 100 for a percent, 1 for a mean
-- amount_ids: claims and amounts: the stated one, the part, the whole
-- stated: the printed quotient
-- stated_half: half a unit of its last printed decimal
-- part: numerator
-- part_half: what the numerator stands for, plus or minus
-- whole: denominator
-- whole_half: what the denominator stands for, plus or minus
select
    ratio.report_id, ratio.identity_id, ratio.instance, ratio.factor, ratio.amount_ids, ratio.stated, ratio.stated_half,
    ratio.part, ratio.part_half, ratio.whole, ratio.whole_half
from checks.ratio
join checks.quotient using (identity_id, report_id, instance)
where ratio.report_id in (select unnest($reports)) and quotient.outcome != 'not_evaluable'
order by all
