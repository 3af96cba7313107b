-- 数字台账：PDF 中印出的每一个数字及其去向 / The ledger of numbers: every number printed anywhere in a report and what became of it.
-- report_id: report
-- page: page in the PDF, from 1
-- bbox: x0, top, x1, bottom in points from the page's top left corner; the whole cell for a number in a table
-- text: digits as printed, in half width
-- kind: amount, claim, code, date, year, ordinal, section number, page number, document number, phone, explained, unloaded table (a known table the star does not load; rule is its title), unexplained
-- rule: the rule that explains it (pipelines/vocabulary/wordings/numbers.csv), form and column of an amount, subject and role of a claim
-- amount_id: the amount it is (reading.amount)
-- claim_id: the claim it is (reading.claim)
select report_id, unnest(tokens, max_depth := 2) from reading.shelf
