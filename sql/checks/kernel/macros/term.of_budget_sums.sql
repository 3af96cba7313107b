-- Macro for the sums of the forms of budgets that their prose tells (family P)

-- fiscal totals, the general budget, basic, project, personnel, public and other natures: cells by the section and subject that tell them; whole: totals said
-- before, of which alone it is a part (of personnel and public: what is said right before)
create or replace macro budget_sums() as table
select
    report_id, 'basic' as section, form, amount_id, value_yuan, half_step_yuan, null::varchar[] as whole,
    case
        when line = 'personnel_total' or column_key in ('within_personnel', 'basic_personnel') then 'personnel'
        when line = 'public_total' or column_key in ('within_public', 'basic_public') then 'public'
        when column_key = if(form = 'P5', 'basic', 'amount') then 'basic'
    end as subject
from checks.form_amount
where form in ('P5', 'P6', 'PU6') and line in ('total', 'personnel_total', 'public_total') and not is_repeat and value_yuan is not null
union all -- told right behind basic expenditure where the general budget is spoken of (长沙)
select report_id, 'general_budget', form, amount_id, value_yuan, half_step_yuan, ['basic', 'personnel'], replace(column_key, 'basic_', '')
from checks.form_amount
where form = 'P5' and line = 'total' and column_key in ('basic_personnel', 'basic_public') and not is_repeat and value_yuan is not null
union all -- funds told as income and as expenditure in one go (重庆), or of both sides without more (河南: 一般公共预算收支预算 X，政府性基金收支预算 Y)
select report_id, 'fiscal_overall', form, amount_id, value_yuan, half_step_yuan,
    if(column_key in ('basic', 'project'), ['general_budget'], map_extract_value(map {'P5': ['income_general_budget', ''], 'P8': ['income_government_fund', 'general_budget'], 'P9': ['income_state_capital', 'government_fund']}, form)),
    if(column_key in ('basic', 'project'), column_key, map_extract_value(map {'P5': 'general_budget', 'P8': 'government_fund', 'P9': 'state_capital'}, form))
from checks.form_amount
where line = 'total' and is_main and value_yuan is not null
    and (form in ('P5', 'P8', 'P9') and column_key in ('total', 'current') or form = 'P5' and column_key in ('basic', 'project'))
union all
select report_id, unnest(['general_budget', 'general_items']), form, amount_id, value_yuan, half_step_yuan, null, 'general_budget'
from checks.form_amount
where form = 'P5' and line = 'total' and column_key in ('total', 'current') and is_main and value_yuan is not null
union all
select report_id, 'fiscal_overall', form, amount_id, value_yuan, half_step_yuan, null, unnest(map_extract_value(map { -- 财政拨款收入 with or without 上年结转
    'left income_grand_total': ['fiscal_grand_total', 'income_fiscal'], 'left income_total': ['income_fiscal'], 'left opening': ['opening'],
    'right expenditure_grand_total': ['fiscal_expenditure'], 'right expenditure_total': ['fiscal_expenditure']
}, concat_ws(' ', if(panel = 'left', 'left', 'right'), line)))
from checks.form_amount
where form = 'P4' and column_key in ('amount', 'total') and is_main and value_yuan is not null
union all
select
    report_id, unnest(if(form = 'P3', ['overall', 'expenditure'], ['general_budget', 'overall', 'expenditure'])), form, amount_id, value_yuan, half_step_yuan,
    if(form = 'P3', ['expenditure_grand_total', 'expenditure_total'], ['general_budget']), if(column_key = 'business', 'business_expenditure', column_key)
from checks.form_amount
where line = 'total' and not is_repeat
    and (form in ('P3', 'P5') and column_key in ('basic', 'project') and not is_within and value_yuan is not null or form = 'P3' and column_key in ('business', 'remitted', 'subsidy'))
union all by name -- funds told as income; is_of_year: where something is carried in, that may be among them if it is not told beside them
select report_id, 'fiscal_overall' as section, form, amount_id, value_yuan, half_step_yuan, 'income_' || line as subject, is_of_year
from (
    select *, coalesce(max(value_yuan) filter (line = 'opening') over (partition by report_id), 0) != 0 as is_of_year
    from checks.form_amount
    where form = 'P4' and panel = 'left' and column_key = 'amount' and is_main and line in ('general_budget', 'government_fund', 'state_capital', 'opening')
)
where line != 'opening' and value_yuan is not null;
