-- zh: 封面、标题、各部分的年度应当一致
-- en: Cover, headings and tables must name the same fiscal year
-- name: fiscal_year_is_the_same_everywhere
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个年度
-- fault_zh: 第{pages}页{place_zh}写作{written}年度，报告为{known}年度
-- fault_en: page {pages}{place_en}: {written} is written, the report is of {known}

-- a sentence that gives several amounts as the year before's, all of them those of this year's forms: its year was left of last year's report
with shown as (
    select distinct report_id, value_yuan
    from reading.amount
    where value_yuan != 0 and not is_held and column_key not in ('opening', 'closing') and not regexp_matches(coalesce(line, ''), '^(opening|closing|surplus)')
),
told as (
    select claim.report_id, claim.sentence, report.fiscal_year, count(distinct claim.value_yuan) as amounts, bool_and(shown.value_yuan is not null) as is_shown
    from reading.claim as claim
    join star.dim_report as report on report.report_id = claim.report_id and report.is_current
    left join shown on shown.report_id = claim.report_id and shown.value_yuan = claim.value_yuan
    where claim.value_yuan != 0 and length(regexp_replace(claim.text, '[^0-9]', '', 'g')) >= 4
        and case when claim.role = 'prior' then len(claim.doubts) = 0 else claim.role = 'value' and list_contains(claim.doubts, 'says ' || (report.fiscal_year - 1)) end
    group by all
    having amounts > 1
),
worded as (
    select told.*, sentence.printed, sentence.page, regexp_extract(regexp_replace(sentence.printed, '\s', '', 'g'), '^[^，。；]*') as clause
    from told
    join reading.sentence as sentence on sentence.report_id = told.report_id and sentence.sentence = told.sentence
    where contains(sentence.text, (fiscal_year - 1) || '年') and not contains(sentence.text, fiscal_year || '年')
        and not regexp_matches(sentence.text, '持平|相同|一致|不变|年末|年初|结转|结余|上年|去年|[比较]20\d\d年')
),
of_last_year as (
    select
        report_id, 's' || sentence as instance, if(is_shown, amounts, 0) as stated, 0 as expected, printed as note, page, map {
            'pages': page::varchar, 'place_zh': concat('说明“', clause, '”（其中', amounts, '个数与本年各表相同）'),
            'place_en': concat(', “', clause, '” (', amounts, ' of its numbers are those of this year''s forms)'),
            'written': (fiscal_year - 1)::varchar, 'known': fiscal_year::varchar
        } as particulars
    from worded
)
from contradictions('S-02', 'final')
union all by name
from two_terms('of_last_year')
