from pick('total', 1, 'T2', 'total', 'fiscal')
union all from pick('part', 1, 'T1', 'fiscal', 'amount')
union all
select * from lines('T1', 'amount', '', ['general_budget', 'government_fund', 'state_capital']) anti join fiscal_line_there() using (report_id)
