-- 不符所涉及的他份报告 / Other reports whose printed numbers the violations of some reports are made of.
-- $reports: reports
-- report_id: report
-- other_id: report beside it
with printed as (
    select amount_id, report_id from reading.amount
    union all
    select claim_id, report_id from reading.claim
),
violated as (
    select report_id, unnest(amount_ids) as amount_id
    from checks.outcome
    where outcome = 'violation' and report_id in (select unnest($reports))
)
select distinct violated.report_id, printed.report_id as other_id
from violated
join printed on printed.amount_id = violated.amount_id and printed.report_id != violated.report_id
order by all
