-- 各状态的报告数 / The reports by status.
-- read: those read
-- registered: those that are no final account
-- quarantined: those held
select
    count(*) filter (status = 'read') as read, count(*) filter (status = 'registered') as registered,
    count(*) filter (status = 'quarantined') as quarantined
from reading.report
