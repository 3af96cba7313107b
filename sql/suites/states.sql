-- 各年度的状态：凡有一份报告、一个结论数、一处不符或一条发现不同，状态即不同 / The state of each fiscal year, which differs where a report, a count of outcomes, a violation or a finding does.
-- fiscal_year: fiscal year
-- state: digest of them all
select fiscal_year, bit_xor(hash(kind, row))::varchar as state
from (
    select fiscal_year, 'report' as kind, row(report_id, file, status, unit_name, report.kind, level, code_version)::varchar as row
    from reading.report
    union all
    select fiscal_year, 'version', version::varchar
    from star.version
    join reading.report using (report_id)
    union all
    select fiscal_year, 'liveness', liveness::varchar
    from checks.liveness
    union all
    select fiscal_year, 'violation', violation::varchar
    from checks.violation
    union all
    select fiscal_year, 'finding', finding::varchar
    from findings.finding
)
where fiscal_year is not null
group by fiscal_year
