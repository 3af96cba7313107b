-- zh: 财政拨款收支预算总表的政府性基金预算拨款应当等于政府性基金预算收支表的本年拨款
-- en: P4 income of government funds must equal that of PG, nothing being carried over
-- name: P4_government_fund_equals_PG
-- tolerance: SAME
-- severity: fatal
-- needs: P4, PG
-- why: 同一收入
with carried as (
    select distinct report_id from checks.form_amount where form in ('P4', 'PG') and line in ('opening', 'within_opening') and value_yuan != 0
)
select * from pick('total', 1, 'P4', 'government_fund', 'amount')
anti join carried using (report_id)
union all
select * from pick('part', 1, 'PG', 'government_fund', 'amount')
anti join carried using (report_id)
