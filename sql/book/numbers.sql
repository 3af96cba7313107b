-- 一份报告读到多少数：表中的金额与文字中的数 / How many numbers of a report were read: cells of its forms and claims of its prose.
-- $report: report_id
-- numbers: how many
select
    (select count(*) from reading.amount where report_id = $report and value is not null)
    + (select count(*) from reading.claim where report_id = $report and value is not null) as numbers
