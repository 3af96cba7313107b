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
-- turn: where a change leads back from the amount to the base: -1 upward, 1 downward; 0 where the part is no such change
select
    ratio.report_id, ratio.identity_id, ratio.instance, ratio.factor, ratio.amount_ids, ratio.stated, ratio.stated_half,
    ratio.part, ratio.part_half, ratio.whole, ratio.whole_half,
    case when part.role = 'change' and whole.role = 'value' then if(part.direction in ('down', 'below'), 1, -1) else 0 end as turn
from checks.ratio
join checks.quotient using (identity_id, report_id, instance)
left join reading.claim as part on part.claim_id = ratio.amount_ids[2]
left join reading.claim as whole on whole.claim_id = ratio.amount_ids[3]
where ratio.report_id in (select unnest($reports)) and quotient.outcome != 'not_evaluable'
order by all
