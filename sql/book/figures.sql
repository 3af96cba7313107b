-- 发现提到的印出数字及其位置，也包括相邻报告中的 / The printed numbers a report's findings speak of, with their places, those of other reports too.
-- $report: report_id
with wanted as (
    select unnest(finding.amount_ids) as amount_id from findings.finding where report_id = $report
    union
    select suspect.amount_id from findings.suspect join findings.finding using (finding_id) where finding.report_id = $report
    union
    select unnest(outcome.amount_ids)
    from findings.symptom
    join checks.outcome as outcome
        on outcome.report_id = symptom.report_id and outcome.identity_id = symptom.identity_id and outcome.instance = symptom.instance
    where symptom.report_id = $report
),
printing as ( -- an id begins as its report's: only their rows are looked at
    select report_id from reading.report where report_id[:16] in (select amount_id[:16] from wanted)
),
said as (
    select * from reading.claim where claim_id in (select amount_id from wanted) and report_id in (from printing)
)
select
    amount.amount_id, amount.report_id, amount.page, amount.bbox, amount.text, coalesce(amount.counted_in, '') as counted_in, amount.value, amount.decimals,
    amount.value_yuan, amount.half_step_yuan, amount.form, amount.row_label, amount.code, amount.heading, null as section,
    null as sentence
from reading.amount
where amount.amount_id in (select amount_id from wanted) and amount.report_id in (from printing)
union all
select
    claim.claim_id, claim.report_id, claim.page, claim.bbox, claim.text, coalesce(claim.counted_in, ''), claim.value, claim.decimals,
    claim.value_yuan, claim.half_step_yuan, null, claim.label, claim.code, null, claim.section,
    coalesce(nullif(regexp_extract(sentence.printed, '[^；。]*' || regexp_escape(claim.text) || '[^；。]*'), ''), sentence.printed)
from said as claim
left join (select * from reading.sentence where report_id in (select report_id from said)) as sentence
    on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
