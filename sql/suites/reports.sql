-- 一个年度各状态的报告数；年度不明者也计入 / The reports of a year by status; those whose year is not known count in each.
-- $year: fiscal year
-- read: those read
-- registered: those that are no final account
-- quarantined: those held
select
    count(*) filter (status = 'read') as read, count(*) filter (status = 'registered') as registered,
    count(*) filter (status = 'quarantined') as quarantined
from reading.report
where coalesce(fiscal_year, $year) = $year
