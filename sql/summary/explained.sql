-- 各报告数字的解释份额，最少者在前 / The share of the printed numbers explained, by report, the least first.
-- file: path of the PDF below raw/
-- token_count: numbers printed anywhere in it
-- explained_share: share of them explained, 0 to 1; null where it has none
select file, token_count, explained_share
from star.dim_report
order by explained_share nulls first, file
