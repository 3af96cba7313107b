-- zh: 具体说明的科目应当用《政府收支分类科目》中的名称
-- en: Prose: every item spoken of must have a name of the classification
-- name: items_have_names_of_the_classification
-- tolerance: INT
-- severity: warning
-- why: 科目名称应与政府收支分类科目一致
-- silent: no section of items
-- fault_zh: 第{page}页[“{wrong_group}（款）{wrong_item}（项）”：该项属于“{right_group}”（款）][作为项列出的“{name}”不是项级分类科目的名称][，而是{level}的名称][；第{row_page}页决算表中金额{alike}的是“{row_name}”（{printed}）]
-- fault_en: page {page}: [“{wrong_item}” is told below the group “{wrong_group}”, it is of “{right_group}”][“{name}” is no name of the classification][ for an item (项), but that of its {level}][; the row of {printed} in the form (page {row_page}) is “{row_name}”]

-- an item spoken of by name, class and group, of which neither the report's tables nor the classification know a code, or whose group is another
with claim as (
    select claim.*, sentence.printed, if(claim.code is null, claim.amount, null) as sought
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section in ('general_items', 'government_fund', 'state_capital') and claim.subject = 'function' and claim.role = 'value'
        and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
),
row_alike as ( -- the only row of the form with an amount, to the last digit or but for it: the item that is meant, most likely
    select
        claim.report_id, claim.claim_id, any_value(amount.row_label) as name, min(amount.page) as page, any_value(amount.text || amount.counted_in) as printed,
        if(any_value(amount.value_yuan) = any_value(claim.sought), '相同', '相近') as alike
    from claim
    join reading.amount as amount on amount.report_id = claim.report_id and abs(amount.value_yuan - claim.sought) <= claim.half + amount.half_step_yuan
    where claim.sought > 0 and amount.form in ('T5', 'T8', 'T9') and amount.column_key in ('total', 'expenditure') and len(amount.code) = 7
    group by claim.report_id, claim.claim_id
    having count(*) = 1
),
coarse as ( -- names of the classification that are those of a class or a group
    select function_name as name, max(if(len(function_code) = 3, '类', '款')) as level
    from star.dim_function
    where source != 'printed' and len(function_code) in (3, 5)
    group by function_name
),
fine as ( -- names of items, some of them of many groups: 行政运行 is known where nothing tells of which it is
    select distinct function_name as name from star.dim_function where source != 'printed' and len(function_code) = 7
),
item as (
    select claim.report_id, claim.place as instance, claim.claim_id as stated_id, (claim.code is not null or fine.name is not null) and misplaced.claim_id is null as stated, 1 as expected,
        map {'name': if(claim.code is null, label, null), 'wrong_group': misplaced.wrong_group, 'wrong_item': misplaced.wrong_item, 'right_group': misplaced.right_group, 'level': if(claim.code is null, coarse.level, null), 'row_name': alike.name, 'row_page': alike.page::varchar, 'printed': alike.printed, 'alike': alike.alike} as particulars,
        if(claim.code is null or misplaced.claim_id is not null, coalesce(nullif(regexp_extract(regexp_replace(claim.printed, '\s', '', 'g'), '[^，。：；0-9.．“”]*[（(]项[）)]'), ''), label), null) as note,
        if(claim.code is null or misplaced.claim_id is not null, page_of(claim.claim_id), null) as page
    from claim
    left join row_alike as alike on alike.report_id = claim.report_id and alike.claim_id = claim.claim_id
    left join coarse on coarse.name = claim.label
    left join fine on fine.name = claim.label
    left join items_below_other_groups() as misplaced on misplaced.report_id = claim.report_id and misplaced.claim_id = claim.claim_id
)
from two_terms('item')
