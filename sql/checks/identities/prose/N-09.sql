-- zh: 具体说明应当逐项说明一般公共预算决算表的项级科目
-- en: Prose: every 项 of T5 must be spoken of
-- name: every_item_of_T5_is_spoken_of
-- tolerance: INT
-- severity: warning
-- why: 说明应逐项列示到项级科目
-- fault_zh: 第{table_page}页起的一般公共预算财政拨款支出决算表列有{items}，第{page}页起的具体说明没有说到
-- fault_en: the form from page {table_page} has {items}, of which the items told from page {page} do not speak

-- an item of the prose that no code belongs to is N-33's, or goes by a name of its own; the row whose amount it has is spoken of, under that name
with leaf as (
    select cell.report_id, cell.code, cell.value_yuan, cell.half_step_yuan, printed.text || printed.counted_in as printed, printed.page, printed.row_label
    from checks.form_amount as cell
    join reading.amount as printed using (amount_id)
    where cell.form = 'T5' and cell.column_key = 'total' and cell.is_leaf and len(cell.code) = 7 and cell.value_yuan != 0
    qualify row_number() over (partition by cell.report_id, cell.code order by cell.amount_id) = 1
),
claim as (
    select report_id, code, amount, half from checks.prose_claim
    where section in ('general_items', 'general_budget') and subject in ('function', 'unknown_item') and role = 'value'
),
itemised as (
    select report_id from claim
    group by report_id
    having count(distinct code) filter (len(code) = 7) * 2 > (select count(*) from leaf where leaf.report_id = claim.report_id)
),
named as (
    select distinct report_id, code from checks.prose_claim where section in ('general_items', 'general_budget') and subject = 'function' and code is not null
),
spoken as (
    select leaf.report_id, leaf.code, named.code is null as is_missing, coalesce(nullif(leaf.row_label, ''), function.function_name, leaf.code) as name, leaf.printed, leaf.page
    from leaf
    semi join itemised on itemised.report_id = leaf.report_id
    left join named on named.report_id = leaf.report_id and named.code = leaf.code
    join star.dim_report as report on report.report_id = leaf.report_id
    left join star.dim_function as function
        on function.function_code = leaf.code and report.fiscal_year between function.valid_from and function.valid_to
    where named.code is not null or not exists (
        from claim
        where claim.report_id = leaf.report_id and claim.code is null
            and abs(claim.amount - leaf.value_yuan) <= 2 * (claim.half + leaf.half_step_yuan)
    ) and not exists ( -- of several told together: …（项）、…（项）
        from reading.sentence as said where said.report_id = leaf.report_id and (contains(said.text, name || '(项)、') or contains(said.text, '、' || name || '(项)'))
    )
),
told as (
    select report_id, min(page) as page from reading.sentence where section in ('general_items', 'general_budget') group by report_id
),
unspoken as (
    select
        spoken.report_id, 'T5' as instance, count(*) filter (is_missing) as stated, 0 as expected,
        string_agg(name, '、' order by code) filter (is_missing) as note, min(told.page) as page, map {
            'items': string_agg('“' || name || '”' || printed, '、' order by code) filter (is_missing), 'table_page': min(spoken.page) filter (is_missing)::varchar
        } as particulars
    from spoken
    left join told using (report_id)
    anti join (select sha256 as report_id from reading.quarantine where scope = 'gap') as gap on gap.report_id = spoken.report_id -- it may stand on a page that is missing
    group by spoken.report_id
)
from two_terms('unspoken')
