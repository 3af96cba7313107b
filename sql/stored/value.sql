-- 数值索引：哪些报告印有某数，供桌面检索 / Index of numbers: which reports print one, for the search of the desk; sorted by number, each once a report.
-- cents: value in 元, or the number itself where it is no money, times 100 and rounded down; null for one that is too large
-- report: report (stored.report)
select distinct try_cast(floor(number * 100) as bigint) as cents, report
from (
    select distinct numbered.report, coalesce(printed.value_yuan, printed.value) as number
    from (
        select report_id, value_yuan, value from reading.amount
        union all
        select report_id, value_yuan, value from reading.claim
    ) as printed
    join report_number as numbered using (report_id)
    where printed.value is not null
)
order by cents, report
