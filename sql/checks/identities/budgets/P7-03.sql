-- zh: “三公”经费预算表的合计应当等于“三公”经费＋会议费＋培训费
-- en: P7: the grand total must equal the three public expenses, meetings and training where the form adds them
-- name: P7_grand_total_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P7
-- why: 合计栏的定义；只有部分地区的表把会议费、培训费计入合计
select report_id, place as instance, null as code, if(item = 'grand_total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_public_rows()
where item in ('grand_total', 'total', 'conference', 'training')
qualify bool_or(item = 'grand_total') over (partition by report_id, place)
