-- zh: 具体说明的科目应当用《政府收支分类科目》中的名称
-- en: Prose: every item spoken of must have a name of the classification
-- tolerance: INT
-- severity: warning
-- why: 科目名称应与政府收支分类科目一致
-- fault_zh: 第{page}页“{name}”不是分类科目的名称[；第{row_page}页决算表中同为{printed}的是“{row_name}”]
-- fault_en: page {page}: “{name}” is no name of the classification[; the row of {printed} in the form (page {row_page}) is “{row_name}”]

-- an item spoken of by name, class and group, of which neither the report's tables nor the classification know a code
with claim as (
    select claim.*, sentence.printed, if(claim.code is null, claim.amount, null) as sought
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section in ('general_items', 'government_fund', 'state_capital') and claim.subject = 'function' and claim.role = 'value'
        and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
),
row_alike as ( -- the only row of the form with an amount: the item that is meant, most likely
    select amount.report_id, amount.value_yuan, any_value(amount.row_label) as name, min(amount.page) as page, any_value(amount.text || amount.counted_in) as printed
    from reading.amount
    where amount.form in ('T5', 'T8', 'T9') and amount.column_key in ('total', 'expenditure') and len(amount.code) = 7
    group by amount.report_id, amount.value_yuan
    having count(*) = 1
),
item as (
    select claim.report_id, place as instance, claim_id as stated_id, code is not null as stated, 1 as expected,
        map {'name': label, 'row_name': alike.name, 'row_page': alike.page::varchar, 'printed': alike.printed} as particulars,
        if(code is null, coalesce(nullif(regexp_extract(regexp_replace(claim.printed, '\s', '', 'g'), '[^，。：；0-9.．“”]*[（(]项[）)]'), ''), label), null) as note,
        if(code is null, claim.claim_id[19:21]::integer, null) as page
    from claim
    left join row_alike as alike on alike.report_id = claim.report_id and alike.value_yuan = claim.sought
)
from two_terms('item')
