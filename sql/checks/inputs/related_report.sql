-- 相邻报告 / Reports that stand beside a report: last year's of the unit, those of a department's units, an earlier version.
-- report_id: report
-- relation: prior_year, units or earlier_version; of a final account also budget, that of its year; of a budget units: the 本级 of its name
-- other_id: the report beside it
select report.report_id, 'prior_year' as relation, other.report_id as other_id
from star.disclosure as report
join star.disclosure as other
    on other.unit_key = report.unit_key and other.kind = report.kind and other.phase is not distinct from report.phase and other.fiscal_year = report.fiscal_year - 1
where report.is_current and other.is_current
union all
select report.report_id, 'earlier_version', other.report_id
from star.disclosure as report
join star.disclosure as other
    on other.unit_key = report.unit_key and other.kind = report.kind and other.phase is not distinct from report.phase
    and other.fiscal_year = report.fiscal_year and other.version = report.version - 1
where report.is_current
union all
select report.report_id, 'budget', other.report_id
from star.dim_report as report
join star.dim_budget as other on other.unit_key = report.unit_key and other.fiscal_year = report.fiscal_year and other.phase = 'initial'
where report.is_current and other.is_current
union all
select report.report_id, 'units', other.report_id
from star.dim_budget as report
join star.dim_unit as own on own.unit_key = report.unit_key
join star.dim_budget as other on other.fiscal_year = report.fiscal_year and other.phase = report.phase and other.unit_key != report.unit_key
join star.dim_unit as unit on unit.unit_key = other.unit_key and unit_key(bare_unit(unit.unit_name), '部门') = own.unit_key
where report.is_current and other.is_current
union all
select report_id, 'units', other_id
from checks.named_unit
where other_id is not null
group by report_id, other_id
