-- 一个年度每条勾稽关系的各结论数 / The outcomes of each identity in a year, counted: what the expectations about identities look at.
-- $year: fiscal year
-- identity_id: identity
-- reports: reports on which it was judged at least once
-- evaluated: instances judged
-- exact: residual 0
-- rounding: within rounding
-- improbable: within the bound, beyond 3σ
-- violation: beyond what rounding can make
-- not_evaluable: instances not judged
select * exclude (fiscal_year, reasons)
from checks.liveness
where fiscal_year = $year
