-- 发现 / Findings: one row a finding, what a person should look at.
with suspected as (
    select
        suspect.finding_id, string_agg(distinct coalesce(amount.text || amount.counted_in, claim.text || claim.counted_in, '空白'), '；') as printed,
        string_agg(distinct suspect.slip_zh, '；') as slip
    from findings.suspect
    left join reading.amount using (amount_id)
    left join reading.claim on claim.claim_id = suspect.amount_id
    where suspect.rank = 1
    group by suspect.finding_id
)
select
    finding.fiscal_year as "年度", unit.unit_name as "单位", finding.severity as "程度", finding.page as "页", finding.sentence_zh as "说明",
    array_to_string(finding.identities, '、') as "勾稽关系", suspected.printed as "可疑之数（印作）", suspected.slip as "可能的笔误",
    finding.waiver as "已搁置的理由", report.file as "文件", finding.finding_id as "编号", address_of(finding.report_id) as "地址"
from findings.finding
join star.dim_report as report using (report_id)
join star.dim_unit as unit on unit.unit_key = finding.unit_key
left join suspected using (finding_id)
order by
    finding.fiscal_year desc, unit.region_code nulls last, unit.unit_name, finding.is_waived,
    list_position(['fatal', 'error', 'warning', 'info'], finding.severity), finding.page, finding.finding_id
