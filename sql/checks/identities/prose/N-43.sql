-- zh: “三公”经费的出国团组与人次、购置车辆、接待批次与人次应当列明，或说明没有
-- en: Prose: delegations, vehicles bought, reception batches and persons must be given or denied
-- name: counts_are_given_or_denied
-- tolerance: INT
-- severity: info
-- why: 部门决算公开要求说明“三公”经费的实物量
-- fault_zh: 第{page}页起的“三公”经费说明未列{item}，也未写明没有
-- fault_en: the prose on the three public expenses, from page {page}, neither gives nor denies {item_en}

-- in reports that tell of the three public expenses one by one; an amount of 0 or words as 无, 没有, 未 deny
with prose as (
    select report_id, string_agg(text, '' order by sentence) as text, min(page) as page
    from reading.sentence
    where section = 'three_public'
    group by report_id
    having not regexp_matches(string_agg(text, '' order by sentence), '(无|没有|未(发生|安排))[“”"]*三公')
),
said as (
    select
        report_id, max(amount) filter (subject = 'abroad' and role = 'value') as abroad, max(amount) filter (subject = 'reception' and role = 'value') as reception,
        count(*) filter (subject in ('abroad_groups', 'abroad_groups_part', 'abroad_persons', 'abroad_persons_part')) as delegations,
        count(*) filter (subject in ('purchase', 'vehicles_purchased')) as purchases,
        count(distinct subject) filter (subject in ('abroad', 'vehicles', 'running', 'reception') and role = 'value') as told
    from checks.prose_claim
    where section = 'three_public'
    group by report_id
),
kind as (
    select
        report_id, page, unnest([
            {'item': '因公出国（境）团组数、人次', 'item_en': 'delegations abroad and their members', 'given': delegations > 0 or coalesce(abroad, 0) = 0 or regexp_matches(text, '团组')},
            {'item': '公务用车购置费、购置辆数', 'item_en': 'vehicles bought and their cost', 'given': purchases > 0 or regexp_matches(
                text, '(无|没有|未)[^。;,]{0,20}(购置|更新|新增)|购置(费|车辆|公务用车)?[^。;,]{0,16}(无|没有|未|0)|购置[^。;及]{0,10}\d+辆|购车'
            )},
            {'item': '国内公务接待批次、人次', 'item_en': 'batches and persons received', 'given': regexp_matches(text, '批次|团组?\d+(个|批)|来访') and regexp_matches(
                regexp_replace(text, '(外宾|国\(境\)外)(公务接待)?[^。;公国]{0,12}批次', '', 'g'), '批次|来访|(无|没有|未)[^。;,]{0,24}接待|接待[^。;,]{0,24}(无|没有|未(发生|安排))'
            ) or not contains(text, '批次') and (coalesce(reception, 0) = 0 or regexp_matches(text, '来访|接待[^。;]{0,20}人'))}
        ], recursive := true)
    from prose
    join said using (report_id)
    where told > 1
),
disclosed as (
    select kind.report_id, item as instance, given as stated, 1 as expected, if(given, null, item || '：未列，也未说明没有') as note, if(given, null, page) as page, map {'item': item, 'item_en': item_en} as particulars
    from kind
    join star.dim_report as report on report.report_id = kind.report_id and report.is_current
)
from two_terms('disclosed')
