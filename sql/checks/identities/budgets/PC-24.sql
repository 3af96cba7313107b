-- zh: 项目支出预算表的合计应当等于支出预算总表的项目支出，表名写有其他支出的，应当等于基本支出以外的各项支出
-- en: PX total must equal the projects of P3, or all but basic expenditure where its title has 其他支出
-- name: PX_equals_P3_project
-- tolerance: SAME
-- severity: error
-- needs: P3, PX
-- why: 同一支出的两种列示
with listed as ( -- 合计 of PX: of it what the projects of P3 are of, 财政拨款 or 一般公共预算 alone
    select cell.*
    from checks.form_amount as cell
    left join (from split_in_part()) as split using (report_id)
    where cell.form = 'PX' and cell.line = 'total' and cell.is_main and list_contains(case split.part
        when 'fiscal' then ['general_budget', 'government_fund', 'state_capital']
        when 'general_budget' then ['general_budget']
        else ['total', 'amount']
    end, cell.column_key)
),
spent as ( -- a list without the sources of its money may be of the general budget alone
    select cell.*
    from checks.form_amount as cell
    join (select report_id, sum(value_yuan) as listed from listed group by report_id) using (report_id)
    left join (
        select report_id, bool_or(contains(title, '及其他支出')) as is_of_others from reading.form where form = 'PX' group by report_id
    ) as list using (report_id)
    where cell.line = 'total' and cell.is_main
        and (cell.column_key = 'project' or list.is_of_others and cell.form = 'P3' and cell.column_key in ('business', 'remitted', 'subsidy'))
        and (cell.form = 'P3' or cell.form = 'P5' and cell.value_yuan = listed and cell.report_id not in (
            select report_id from checks.form_amount where form = 'PX' and column_key in ('fiscal', 'general_budget', 'other_funds')
        ))
    qualify dense_rank() over (partition by cell.report_id order by cell.form desc) = 1 and row_number() over (partition by cell.report_id, cell.form, cell.column_key) = 1
)
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from listed semi join spent using (report_id)
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from spent
