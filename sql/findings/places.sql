-- 印出的数在何处、叫什么 / Where printed numbers stand and what the sentence of a finding calls them (its frame: pipelines/findings/sentences.py).
-- $ids: amounts and claims
-- amount_id: printed amount or claim
-- report_id: report it is printed in
-- page: page
-- name: form, row and column as printed; of a claim what it is about, unless its clause says so, and the clause, quoted
-- text: as printed
-- counted_in: 元, 万元, %, 辆 … as printed
-- decimals: decimals printed
-- form: of a cell, the title of its form
-- line: of a cell, its row in the form, from 1
-- label: of a cell, what its row is called
select
    amount_id, report_id, page, concat_ws(' ', form, nullif(label, ''), nullif(heading, '')) as name, text, counted_in, decimals, form, line, label
from (
    select
        amount_id, report_id, page, regexp_replace(form.title, '^表?[一二三四五六七八九十\d]+[、:.：]', '') as form, coalesce(row_label, '') as label,
        heading, row + 1 as line,
        text, coalesce(amount.counted_in, '') as counted_in, coalesce(decimals, 2) as decimals
    from reading.amount
    left join reading.form using (report_id, form)
    where amount_id in (select unnest($ids))
)
union all
select
    claim_id, report_id, page,
    if(named = '' or contains(clause, named), '', named) || if(clause = '', '', '“' || replace(replace(clause, '“', '‘'), '”', '’') || '”') as name,
    text, counted_in, decimals, '', 0, ''
from (
    select
        claim.*, coalesce(nullif(claim.label, ''), word.zh, '') as named,
        coalesce( -- a table of scores has no sentence
            regexp_replace(regexp_extract(sentence.printed, '[^，；。]*' || regexp_escape(claim.text) || '[^，；。]*'), '\s', '', 'g'), ''
        ) as clause
    from reading.claim
    left join reading.sentence using (report_id, sentence)
    left join reference.word as word on word.domain = 'subject' and word.key = claim.subject
    where claim_id in (select unnest($ids))
)
