-- 不符情况，只列不符的 / Findings by identity for the workbook: only what does not hold; the view counts what holds too.
select *
from questions.findings_by_identity
where violations > 0
order by violations desc, region_code nulls last, fiscal_year, identity_id
