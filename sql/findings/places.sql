-- 印出的数在何处、叫什么 / Where printed numbers stand and what the sentence of a finding calls them (its frame: pipelines/findings/sentences.py).
-- $ids: amounts and claims
-- amount_id: printed amount or claim
-- report_id: report it is printed in
-- page: page
-- name: form, row and column as printed; of a claim its clause, quoted
-- text: as printed
-- counted_in: 元, 万元, %, 辆 … as printed
-- decimals: decimals printed
select
    amount_id, report_id, page,
    concat_ws(' ', regexp_replace(form.title, '^表?[一二三四五六七八九十\d]+[、:.：]', ''), nullif(row_label, ''), nullif(heading, '')) as name,
    text, coalesce(amount.counted_in, '') as counted_in, coalesce(decimals, 2) as decimals
from reading.amount
left join reading.form using (report_id, form)
where amount_id in (select unnest($ids))
union all
select
    claim_id, report_id, claim.page,
    '“' || coalesce(nullif(claim.label, '') || '：', '')
        || coalesce(nullif(regexp_extract(sentence.printed, '[^，；。]*' || regexp_escape(claim.text) || '[^，；。]*'), ''), claim.label) || '”',
    claim.text, claim.counted_in, claim.decimals
from reading.claim
left join reading.sentence using (report_id, sentence)
where claim_id in (select unnest($ids))
