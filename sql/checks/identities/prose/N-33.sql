-- zh: 具体说明：说到的科目是《政府收支分类科目》中的科目
-- en: Prose: every item spoken of has a name of the classification
-- tolerance: INT
-- severity: warning
-- why: 科目名称应与政府收支分类科目一致

-- an item spoken of by name, class and group, of which neither the report's tables nor the classification know a code
with claim as (
    select claim.*, sentence.printed
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section in ('general_items', 'government_fund', 'state_capital') and claim.subject = 'function' and claim.role = 'value'
        and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
),
item as (
    select report_id, place as instance, claim_id as stated_id, code is not null as stated, 1 as expected,
        if(code is null, coalesce(nullif(regexp_extract(regexp_replace(printed, '\s', '', 'g'), '[^，。：；0-9.．“”]*[（(]项[）)]'), ''), label), null) as note,
        if(code is null, claim.claim_id[19:21]::integer, null) as page
    from claim
)
from two_terms('item')
