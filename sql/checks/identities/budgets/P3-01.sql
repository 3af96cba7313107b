-- zh: 支出预算总表的每行合计应当等于基本、项目等各项支出之和，小计应当等于其下各栏之和
-- en: P3: each row's total must equal the sum of its natures, a subtotal that of the columns below its heading
-- name: P3_rows_are_the_sum_of_natures
-- tolerance: SUM
-- severity: fatal
-- needs: P3
-- why: 合计栏的定义
from budget_rows('P3', ['basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward'])
union all -- money not split by nature where 基本支出 and 项目支出 are of 财政拨款 or of 一般公共预算 alone
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
join (from split_in_part()) as split using (report_id)
where form = 'P3' and not is_within and (
    column_key in ('special_accounts', 'other_funds') or split.part = 'general_budget' and column_key in ('government_fund', 'state_capital')
)
union all
from budget_row_parts('P3')
