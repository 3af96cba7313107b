-- 每处不符及其含义 / Every violated instance and what the sentence of a finding says of it (its frame: pipelines/findings/sentences.py).
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- fiscal_year: fiscal year
-- unit_key: unit
-- amount_ids: printed amounts and claims it is made of
-- statement_zh: what must hold, in Chinese
-- statement_en: what must hold, in English
-- why: why it must hold
-- note: what is printed where no amount says it
-- page: page where it stands
select
    outcome.report_id, outcome.identity_id, outcome.instance, report.fiscal_year, report.unit_key, outcome.amount_ids, statement_zh,
    statement_en, why, coalesce(outcome.note, '') as note, violation.page
from checks.outcome
join reference.identity using (identity_id)
join checks.violation using (identity_id, report_id, instance)
join star.dim_report as report on report.report_id = outcome.report_id
