-- 判断份额：每份决算、预算读到的数有多少经勾稽关系判断，其余印错也不会被发现 / Share judged: how many of the numbers of a final account or a budget some identity judges; a misprint in the others would pass silently.
-- region_code: 区划代码 / region by GB/T 2260 (its first two digits are the province); null for central bodies
-- unit_name: 单位 / unit as printed
-- fiscal_year: 年度 / fiscal year
-- kind: 类别 / final (决算) or budget (预算)
-- level: 口径 / 部门 or 单位, as the report says it
-- numbers: 读到的数 / amounts of the forms and numbers of the prose that were read
-- judged: 有判断的数 / those that some identity judges
-- unjudged: 无判断的数 / those that none judges (checks.unjudged lists them with the reason)
-- judged_percent: 判断份额（％） / judged in percent of the numbers
-- explained_percent: 数字有去向的份额（％） / of all numbers printed in it those that are amounts, claims or explained, in percent
-- places: 无判断较多之处 / the forms and sections with most of them
-- file: 报告 / report, path below raw/
-- address: 地址 / address of the report on the desk
with read_number as (
    select report_id, count(*) as numbers
    from (
        select report_id from reading.amount where value is not null
        union all
        select report_id from reading.claim where value is not null
    )
    group by report_id
),
ledger as (select report_id, round(100 * count(*) filter (kind != 'unexplained') / count(*), 2) as explained_percent from reading.token group by report_id),
place as (
    select unjudged.report_id, coalesce(form.name_zh, section.zh, unjudged.section) as name, count(*) as times
    from checks.unjudged as unjudged
    left join reference.form as form using (form)
    left join reference.word as section on section.domain = 'section' and section.key = unjudged.section
    group by all
),
listed as (
    select report_id, sum(times)::int as unjudged, array_to_string(list_slice(list(name || ' ' || times order by times desc, name), 1, 3), '、') as places
    from place
    group by report_id
)
select
    unit.region_code, unit.unit_name, report.fiscal_year, kind.zh as kind, report.level, read_number.numbers,
    read_number.numbers - coalesce(listed.unjudged, 0) as judged, coalesce(listed.unjudged, 0) as unjudged,
    round(100 * (read_number.numbers - coalesce(listed.unjudged, 0)) / read_number.numbers, 2) as judged_percent, ledger.explained_percent, listed.places, report.file, address_of(report.report_id) as address
from star.disclosure as report
join star.dim_unit as unit using (unit_key)
join reference.word as kind on kind.domain = 'kind' and kind.key = report.kind
join read_number using (report_id)
left join ledger using (report_id)
left join listed using (report_id)
where is_judged(report.is_current, report.kind, report.form_count)
