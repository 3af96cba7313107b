-- 各表的英文名 / What the forms are called in English, for the rule that ends the sentence of a finding.
-- form: key of the form (T1 …)
-- name_en: its name
select form, name_en
from reference.form
