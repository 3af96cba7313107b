from pick('total', 1, 'T4', 'expenditure_total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T5', 'total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T8', 'total', 'total') anti join fund_without_form() using (report_id)
union all from pick('part', 1, 'T9', 'total', 'total') anti join fund_without_form() using (report_id)
