-- zh: 编制说明中作为项列出的科目应当用《政府收支分类科目》中的名称
-- en: Prose of a budget: what is called an item (项) must have a name of the classification
-- name: items_of_budgets_have_names_of_the_classification
-- tolerance: INT
-- severity: warning
-- why: 科目名称应与政府收支分类科目一致
-- silent: no section of items
-- fault_zh: 第{page}页作为项列出的“{name}”不是项级分类科目的名称[，而是{level}的名称][；第{row_page}页预算表中金额相同的是“{row_name}”（{printed}）]
-- fault_en: page {page}: “{name}” is no name of the classification for an item (项)[, but that of its {level}][; the row of {printed} in the form (page {row_page}) is “{row_name}”]

-- an amount told of a name with （项） behind it, of which neither the report's tables nor the classification know a code
with told as (
    select claim.report_id, claim.claim_id, claim.place, claim.label, claim.code, claim.value_yuan
    from budget_claims() as claim
    join budget_texts() as text on text.report_id = claim.report_id
    join reading.sentence as said on said.report_id = text.said_id and said.sentence = claim.sentence
    where claim.subject = 'function' and coalesce(len(claim.code), 7) = 7 and contains(said.text, concat(claim.label, '(项)'))
),
row_alike as ( -- the only row of a form with that amount: the item that is meant, most likely
    select
        told.report_id, told.claim_id, min(amount.row_label) as name, min(amount.page) as page, min(amount.text || amount.counted_in) as printed
    from told
    join reading.amount as amount on amount.report_id = told.report_id and amount.value_yuan = told.value_yuan
    where told.code is null and told.value_yuan > 0 and amount.form in ('P3', 'P5', 'P8', 'P9') and amount.column_key = 'total' and len(amount.code) = 7
    group by told.report_id, told.claim_id
    having count(distinct amount.code) = 1
),
known as (
    select function_name as name, max(case len(function_code) when 3 then '类' when 5 then '款' end) as level, bool_or(len(function_code) = 7) as is_item
    from star.dim_function
    where source != 'printed' and len(function_code) in (3, 5, 7)
    group by function_name
),
item as (
    select
        told.report_id, told.place as instance, told.claim_id as stated_id, told.code is not null or coalesce(known.is_item, false) as stated, 1 as expected,
        if(stated, null, told.label || '(项)') as note, if(stated, null, page_of(told.claim_id)) as page,
        map {'name': told.label, 'level': known.level, 'row_name': alike.name, 'row_page': alike.page::varchar, 'printed': alike.printed} as particulars
    from told
    left join known on known.name = told.label
    left join row_alike as alike on alike.report_id = told.report_id and alike.claim_id = told.claim_id
)
from two_terms('item')
