-- zh: “三公”、基金、国资空表应当附有无数据的说明
-- en: T7, T8 and T9 without data, or the prose on them, must say that there is none
-- name: empty_T7_T8_T9_are_declared
-- tolerance: INT
-- severity: info
-- why: 空表应说明没有发生，以免误为漏填
-- fault_zh: {note}没有数，表下和说明中都没有说明无数据
-- fault_en: the form “{name_en}” has no amounts, and neither form nor prose says that there are none
with denied as (
    select distinct report_id, map_extract_value(map {'government_fund': 'T8', 'state_capital': 'T9', 'three_public': 'T7'}, section) as form
    from reading.sentence
    where section in ('government_fund', 'state_capital', 'three_public')
        and regexp_matches(text, '(无|没有|未(发生|安排))[^,;。]{0,6}(政府性基金|国有资本|[“”"]*三公)')
    union
    select distinct report_id, map_extract_value(map {'government_fund': 'T8', 'state_capital': 'T9', 'three_public': 'T7'}, section) as form
    from checks.prose_claim
    where section in ('government_fund', 'state_capital', 'three_public') and subject = section and role = 'value' and amount = 0 -- 支出决算为0万元
),
form as (
    select status.report_id, status.form as instance, status.status = 'empty' and denied.form is null as stated, 0 as expected,
        if(status.status = 'empty' and denied.form is null, form.name_zh, null) as note, map {'name_en': form.name_en} as particulars
    from checks.form_status as status
    join reference.form as form on form.form = status.form
    left join denied on denied.report_id = status.report_id and denied.form = status.form
    where status.status in ('empty', 'declared_empty') and status.form in ('T7', 'T8', 'T9')
)
from two_terms('form')
