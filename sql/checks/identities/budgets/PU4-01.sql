-- zh: 财政拨款支出预算表的每行合计应当等于基本、项目等各项支出之和，或者各类资金之和
-- en: PU4: each row's total must equal the sum of its natures, or of its funds
-- name: PU4_rows_are_the_sum_of_natures
-- tolerance: SUM
-- severity: fatal
-- needs: PU4
-- why: 合计栏的定义
from budget_rows('PU4', ['basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward'])
union all -- where its columns are the funds
select * replace (instance || ' funds' as instance)
from budget_rows('PU4', ['general_budget', 'government_fund', 'state_capital'])
semi join (select report_id from checks.form_amount where form = 'PU4' and column_key = 'general_budget') as by_fund using (report_id)
