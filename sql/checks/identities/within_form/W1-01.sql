from lines('T1', 'amount', 'income_total', ['fiscal', 'superior', 'operating', 'business', 'subordinate', 'other'])
union all
select * from lines('T1', 'amount', '', ['general_budget', 'government_fund', 'state_capital']) anti join fiscal_line_there() using (report_id)
