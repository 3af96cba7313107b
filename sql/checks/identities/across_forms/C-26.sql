-- zh: 说明中对本部门（本单位）的自称应当前后一致
-- en: Prose: a report must call itself 本部门 (a department) or 本单位 (one unit) throughout
-- name: calls_itself_by_one_word
-- tolerance: INT
-- severity: info
-- why: 部门决算含所属单位，单位决算不含，自称不同则口径不同
-- fault_zh: 第{page}页“{quote}”：报告是{level_zh}决算，别处自称“{own}”
-- fault_en: page {page}, “{quote}”: the report is of a {level_en} and elsewhere calls itself “{own}”

-- 绩效 speaks of the duties of each unit (参与本单位预算绩效目标审核); a sentence that says both, or names others beside (参加其他单位组织), sets them side by side
with called as (
    select
        sentence.report_id, sentence.sentence, sentence.page, report.level, '本' || report.level as own,
        regexp_matches(sentence.text, '(^|[^基日])本部门') as of_department, regexp_matches(sentence.text, '(^|[^基日])本单位') as of_unit,
        regexp_extract(regexp_replace(sentence.printed, '\s', '', 'g'), '[^，；。,;：:]*本(部门|单位)[^，；。,;：:]*') as clause
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current and report.level in ('部门', '单位')
    where coalesce(sentence.section, '') not in ('performance', 'glossary', 'tables') and not regexp_matches(sentence.text, '其[他它](单位|部门)')
),
mixed as (
    select
        report_id, '' as instance, bool_or(of_department) and bool_or(of_unit) as stated, false as expected, level, any_value(own) as own,
        arg_min(clause, sentence) filter ((level = '部门') = of_unit) as clause, arg_min(page, sentence) filter ((level = '部门') = of_unit) as page
    from called
    where of_department != of_unit
    group by report_id, level
),
proof as (
    select
        report_id, instance, stated, expected, if(stated, clause, null) as note, if(stated, page, null) as page,
        map {'own': own, 'level_zh': level, 'level_en': if(level = '部门', 'department', 'unit')} as particulars
    from mixed
)
from two_terms('proof')
