select region_name, fiscal_year, identity_id, statement, severity, judged, violations, violation_percent
from questions.findings_by_identity
where violations > 0
order by violations desc, region_name, fiscal_year, identity_id
