-- Where a reason ends

-- the reason in the words behind its cue, whole; upto: where what is said of another amount stands in them (0: nowhere)
create or replace macro whole_reason(words, upto) as regexp_replace(rtrim(regexp_replace(
    case
        when upto = 0 then words
        when contains(words[:upto - 1], ';') then regexp_extract(words[:upto - 1], '^(.*);', 1)
        else regexp_replace(words[:upto - 1], '(^|,)(与|较|比|同比|完成|其中|年末|全年|累计)[^;]*$', '')
    end, -- a comparison with a reason of its own begins, or the parts of the whole
    ',(与|较|比)(上年|20\d\d年|年初|全年)[^,;]*,[^,;]*原因.*$|,其中:.*$', ''
), ',;。:'), '^[^,;:]{0,6}?(原因|情况|说明)[是为:]+|^如下(:|$)', '');

-- where the first of the claims behind a place stands in words (0: nowhere)
create or replace macro next_claim(words, claims, place) as coalesce(list_min(list_filter(
    list_transform(list_filter(claims, lambda one: one.place > place), lambda one: strpos(words, one.printed)), lambda found: found > 0
)), 0);
