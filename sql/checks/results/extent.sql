-- 核对范围：每份报告按审核事项、按表与按部分，读到多少、判断多少、多少无法判断及原因 / Extent: of each report, by duty and by form or section, what was read, what was judged, what was not and why.
-- report_id: report
-- duty: what a reviewer sees to: completeness, tables, across_tables, prose, three_public, procurement, performance, wording, other_reports
-- form: form; null where it is of a section or of the report as a whole
-- section: section of the prose; null where it is of a form or of the report as a whole
-- status: of a form: filled, declared_empty, empty, left_blank, in doubt, missing, no tables
-- numbers: numbers printed there that we read: cells of the form, claims of the section
-- held: how many of them are in doubt, and so not judged: cells that are held, claims whose wording is not to be trusted
-- judged: instances of identities judged there
-- violations: how many of them do not hold
-- not_judged: instances that could not be judged
-- reasons: reason → how many of the instances that could not be judged
with dutiful as materialized (from outcomes_by_duty()),
counted as (
    select
        report_id, duty, form, section, count(*) filter (outcome != 'not_evaluable') as judged,
        count(*) filter (outcome = 'violation') as violations, count(*) filter (outcome = 'not_evaluable') as not_judged
    from dutiful
    group by report_id, duty, form, section
),
explained as (
    select report_id, duty, form, section, map_from_entries(list((reason, times) order by times desc, reason)) as reasons
    from (
        select report_id, duty, form, section, reason, count(*) as times
        from dutiful
        where outcome = 'not_evaluable'
        group by report_id, duty, form, section, reason
    )
    group by report_id, duty, form, section
),
listed as ( -- what is printed and judged by nobody has its row too
    select report_id, duty, form, section from counted
    union
    select report_id, duty, form, section from printed_places()
)
select
    listed.report_id, listed.duty, listed.form, listed.section, printed.status, coalesce(printed.numbers, 0) as numbers,
    coalesce(printed.held, 0) as held, coalesce(counted.judged, 0) as judged, coalesce(counted.violations, 0) as violations,
    coalesce(counted.not_judged, 0) as not_judged, explained.reasons
from listed
left join printed_places() as printed
    on printed.report_id = listed.report_id and printed.form is not distinct from listed.form and printed.section is not distinct from listed.section
left join counted
    on counted.report_id = listed.report_id and counted.duty = listed.duty
    and counted.form is not distinct from listed.form and counted.section is not distinct from listed.section
left join explained
    on explained.report_id = listed.report_id and explained.duty = listed.duty
    and explained.form is not distinct from listed.form and explained.section is not distinct from listed.section
