-- 全部发现，按年度、单位，最重者在前 / All findings by year and unit, the gravest first.
-- kind: finding, or waived where a person has set it aside
-- severity: fatal, error, warning or info
-- fiscal_year: fiscal year
-- unit_name: unit
-- sentence_zh: the sentence in Chinese
-- sentence_en: the sentence in English
-- waiver: why it was set aside; null where it was not
select if(is_waived, 'waived', 'finding') as kind, severity, fiscal_year, unit_name, sentence_zh, sentence_en, waiver
from findings.finding
join star.dim_unit using (unit_key)
order by fiscal_year, unit_name, list_position(['fatal', 'error', 'warning', 'info'], severity), page, finding_id
