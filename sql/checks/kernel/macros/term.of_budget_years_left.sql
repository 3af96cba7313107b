-- Macro for sentences of a budget that were left of last year's (family P).

-- a sentence that gives amounts as the year before's, all of them those of this year's forms and none that a form prints of the year before: several, or one
-- of six digits behind which a change is told; stated: how many, 0 where one is none of the forms'
create or replace macro budget_years_left() as table
with shown as (
    select report_id, value_yuan, bool_or(coalesce(column_key, '') in ('last_year', 'other_year')) as is_before
    from reading.amount
    where value_yuan != 0 and not is_held and starts_with(form, 'P') and coalesce(column_key, '') not in ('opening', 'change', 'share', 'count', 'carried_forward')
        and not regexp_matches(coalesce(line, ''), '^(opening|closing|surplus|within_opening|carried_forward)')
    group by report_id, value_yuan
),
told as (
    select
        claim.report_id, claim.sentence, report.fiscal_year, count(distinct claim.value_yuan) as amounts, max(length(regexp_replace(claim.text, '[^0-9]', '', 'g'))) as digits,
        bool_and(not shown.is_before and shown.value_yuan is not null) as is_shown
    from reading.claim as claim
    join star.dim_budget as report on report.report_id = claim.report_id and report.is_current
    left join shown on shown.report_id = claim.report_id and shown.value_yuan = claim.value_yuan
    where claim.value_yuan != 0
        and case when claim.role = 'prior' then len(claim.doubts) = 0 else claim.role = 'value' and list_contains(claim.doubts, 'says ' || (report.fiscal_year - 1)) end
    group by all
)
select
    told.report_id, 's' || told.sentence as instance, if(is_shown, amounts, 0) as stated, 0 as expected, said.printed as note, said.page, map {
        'pages': said.page::varchar, 'place_zh': concat('说明“', regexp_extract(regexp_replace(said.printed, '\s', '', 'g'), '^[^，。；]*'), '”（其中', amounts, '个数与本年各表相同）'),
        'place_en': concat(', “', regexp_extract(regexp_replace(said.printed, '\s', '', 'g'), '^[^，。；]*'), '” (', amounts, ' of its numbers are those of this year''s forms)'),
        'written': (fiscal_year - 1)::varchar, 'known': fiscal_year::varchar
    } as particulars
from told
join reading.sentence as said on said.report_id = told.report_id and said.sentence = told.sentence
left join reading.sentence as next on next.report_id = told.report_id and next.sentence = told.sentence + 1
where contains(said.text, (fiscal_year - 1) || '年') and not contains(said.text, fiscal_year || '年')
    and not regexp_matches(said.text, '持平|相同|一致|不变|无增减|无变化|年末|年初|结转|结余|执行|决算|[比较与同]20\d\d年')
    and (amounts > 1 or digits >= 6 and regexp_matches(next.text, '^[比较与]上年[^。]*(增加|减少)\d') and not contains(next.text, '持平'));
