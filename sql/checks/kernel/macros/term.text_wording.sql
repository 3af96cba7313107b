-- Macro for slips of wording in the text of a final account or a budget (of_kind): no unit, no %, no direction or two.

-- slips that the reading saw where a claim was made, and words that are a slip wherever they stand; where a font prints radicals for letters, as the text has them
create or replace macro wording_slips(of_kind) as table
with said as (
    select
        claim.report_id, claim.claim_id[18:] as place, claim.page,
        coalesce(
            nullif(regexp_extract(sentence.printed, case
                when list_contains(claim.doubts, 'says to what, not by how much') then '[^，；。,;：:]*(增加|减少|下降|降低|压减|增长)\s*(为|到|至)[^，；。,;]*(，[^，；。,;]*持平)?'
                when list_contains(claim.doubts, 'direction is not resolved') then '[^，；。,;：:]*[增升减降][加长少低]?\s*[（(/／]\s*[增上减下降][^，；。,;：:]*'
            end), ''),
            nullif(rtrim(regexp_extract(sentence.printed, concat( -- the number that stands there without it, to the end of its clause
                '(?:[^，；。,;：:]*[^，；。,;：:0-9.])?', regexp_escape(claim.text), '\s*', if(list_has_any(claim.doubts, ['元 is not printed after 万', '元 is not printed after 亿']), '[万亿]\s*', ''),
                '(?:$|[，；。,;：:]|[^\s0-9.%％元万亿，；。,;：:][^，；。,;：:]*)'
            )), '，；。,;：:'), ''),
            nullif(regexp_extract(sentence.printed, '[^，；。,;：:]*' || regexp_escape(claim.text) || '[^，；。,;：:]*'), ''), regexp_extract(sentence.text, '[^,;。:]*' || regexp_escape(claim.text) || '[^,;。:]*')
        ) as clause, case
            when list_contains(claim.doubts, '% is not printed') then '缺百分号'
            when list_contains(claim.doubts, 'unit is not printed') then '缺计量单位'
            when list_contains(claim.doubts, 'says both a change and no change') then '既说有增减，又说持平'
            when list_contains(claim.doubts, 'says to what, not by how much') then '只说增减到多少，没有说增减了多少'
            when list_has_any(claim.doubts, ['元 is not printed after 万', '元 is not printed after 亿']) then concat('“', claim.counted_in[1], '”后缺“元”')
            else '方向不明'
        end as kind
    from reading.claim
    join reading.sentence using (report_id, sentence)
    where list_has_any(claim.doubts, ['% is not printed', 'unit is not printed', 'direction is not resolved', 'says to what, not by how much', 'says both a change and no change', '元 is not printed after 万', '元 is not printed after 亿'])
        and not (list_contains(claim.doubts, 'direction is not resolved') and exists (from reference.residue as blank where blank.kind = 'choice' and contains(sentence.text, blank.literal) and regexp_matches(sentence.text, blank.pattern))) -- S-06's
    qualify not list_contains(claim.doubts, 'says both a change and no change')
        or not bool_or(list_contains(claim.doubts, 'says to what, not by how much')) over (partition by claim.report_id, claim.sentence, claim.subject)
    union all
    select
        sentence.report_id, 's' || sentence.sentence, page_at(sentence.pieces, strpos(sentence.text, pattern.literal), sentence.page),
        coalesce(nullif(regexp_extract(regexp_replace(sentence.printed, '\s', '', 'g'), '[^，；。,;：:]*' || pattern.pattern || '[^，；。,;：:]*'), ''), regexp_extract(sentence.text, '[^,;。:]*' || pattern.pattern || '[^,;。:]*')), '用语有误：' || pattern.literal
    from reading.sentence
    join reference.slip as pattern on contains(sentence.text, pattern.literal) and regexp_matches(sentence.text, pattern.pattern)
    union all
    select sentence.report_id, 's' || sentence.sentence, sentence.page, report.unit_name || report.unit_name, '单位名称重复'
    from reading.sentence
    join reading.report using (report_id)
    where contains(sentence.text, report.unit_name || report.unit_name) and right(sentence.text, 1) in ('。', ';') and not regexp_matches(sentence.text, '^\(?[一二三四五六七八九十\d]+[)、.]') -- no heading, as the unit and a project of its name, alone or before its text
),
slip as (
    select report_id, min(place) as place, clause, min(page) as page, arg_min(kind, place) as kind
    from (select * replace (trim(regexp_replace(clause, '\s', '', 'g')) as clause) from said)
    group by report_id, clause
),
proof as (
    select report.report_id, coalesce(slip.place, '') as instance, slip.place is not null as stated, 0 as expected, slip.clause as note, slip.page, map {
            'kind_zh': slip.kind, 'kind_en': coalesce(map_extract_value(map {
                '缺百分号': 'the % is missing', '缺计量单位': 'the unit is missing', '“万”后缺“元”': '元 is missing after 万', '“亿”后缺“元”': '元 is missing after 亿', '方向不明': 'more or less is not clear',
                '既说有增减，又说持平': 'a change and no change are both said', '只说增减到多少，没有说增减了多少': 'it says to what, not by how much', '单位名称重复': 'the name of the unit is doubled'
            }, slip.kind), 'a slip of the pen')
        } as particulars
    from star.disclosure as report
    left join slip on slip.report_id = report.report_id
    where report.is_current and report.kind = of_kind
)
from two_terms('proof');
