-- 各结论的实例数 / The outcomes of the identities, counted.
-- outcome: exact, rounding, improbable, violation or not_evaluable
-- instances: how many
select outcome, count(*) as instances
from checks.outcome
group by outcome
