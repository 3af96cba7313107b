-- zh: 编制说明或表下的注说没有的政府性基金、国有资本经营预算支出、“三公”经费，其预算表应当没有金额
-- en: Prose or a note of a budget that says there is no expenditure of a fund, or no three public expenses: the form must have no amount
-- name: budget_prose_denies_only_what_is_not_budgeted
-- tolerance: INT
-- severity: error
-- why: 同一事实印两处
-- fault_zh: {where_zh}第{said_page}页写“{quote}”，而{tables_zh}{cell.says_zh}
-- fault_en: {where_en}page {said_page} says “{quote}”, and {tables_en}{cell.says_en}

-- own prose, or that of the file of text beside the tables; not what is said of income alone, of one year's money or of a part of the budget
with denied as (
    select
        said.report_id, said.said_id != said.report_id as is_beside, sentence.page, regexp_replace(sentence.printed, '\s', '', 'g') as printed, fund.form
    from budget_texts() as said
    join reading.sentence as sentence on sentence.report_id = said.said_id
    cross join (values ('P8', '政府性基金'), ('P9', '国有资本经营')) as fund(form, called)
    where sentence.section in ('government_fund', 'state_capital', 'fiscal_overall', 'other')
        and regexp_matches(
            sentence.text,
            '(没有|无|未安排|未使用)[^,;。]{0,6}' || called || '(预算)?(财政)?(拨款)?(安排)?(的)?(收入(和|、|及))?支出[,;。]'
        )
        and not regexp_matches(sentence.text, '当年|本年|除|其[他它余]|另|本级|下属|所属')
    qualify row_number() over (partition by said.report_id, fund.form order by is_beside, sentence.sentence) = 1
),
noted as ( -- 注：本部门无“三公”经费，故本表为空表
    select report_id, false as is_beside, page, regexp_replace(printed, '\s', '', 'g') as printed, 'P7' as form
    from reading.sentence
    where regexp_matches(text, '(没有|无)[“”"]*三公[“”"]*经费[^。]*[本此]表(为空|无数据|没有数据)')
    qualify row_number() over (partition by report_id order by sentence) = 1
),
judged as (
    select
        denied.report_id, denied.form as instance, (cell.value_yuan != 0)::int as stated, 0 as expected, denied.printed as note, cell.page, map {
            'where_zh': if(is_beside, '情况说明', ''), 'where_en': if(is_beside, 'the explanation (情况说明), ', ''), 'tables_zh': if(is_beside, '报表', ''),
            'tables_en': if(is_beside, 'in the tables (报表), ', ''), 'said_page': denied.page::varchar, 'cell_id': cell.amount_id
        } as particulars
    from (from denied union all from noted) as denied
    join checks.form_amount as own on own.report_id = denied.report_id and own.form = denied.form
    join reading.amount as cell on cell.amount_id = own.amount_id
    where if(own.form = 'P7', own.column_key = 'budget_total' and not own.is_within, own.line = 'total' and own.column_key in ('total', 'amount') and own.is_main) and cell.value_yuan is not null
    qualify row_number() over (partition by denied.report_id, denied.form order by cell.row) = 1
)
from two_terms('judged')
