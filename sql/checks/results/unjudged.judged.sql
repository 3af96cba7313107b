-- Macro of the unjudged numbers: every number that is a term of an identity, or of a quotient, with the outcome it had a part in.
-- The identity may be of another report: the numbers of a chunk of reports are told by their ids, which begin as the report's.
create or replace macro judged_numbers() as table
with pair as ( -- a yes or no about one number takes it as a term and does not look how large it is
    select term.identity_id, term.report_id, term.instance
    from checks.term as term
    semi join (from reference.identity where tolerance = 'INT') as identity using (identity_id)
    where term.amount_id is not null
    group by term.identity_id, term.report_id, term.instance
    having count(distinct term.side) = 2
)
select term.amount_id, if(identity.tolerance = 'INT', coalesce(abs(term.value_yuan), -1), null) as counted, outcome.outcome, outcome.reason
from checks.term as term
join checks.outcome as outcome
    on outcome.identity_id = term.identity_id and outcome.report_id = term.report_id and outcome.instance = term.instance
join reference.identity as identity on identity.identity_id = term.identity_id
left join pair on pair.identity_id = term.identity_id and pair.report_id = term.report_id and pair.instance = term.instance
where term.amount_id is not null and is_due(term.amount_id) and (identity.tolerance != 'INT' or pair.instance is not null)
union all
select ratio.amount_id, null, outcome.outcome, outcome.reason
from (select identity_id, report_id, instance, unnest(amount_ids) as amount_id from checks.ratio) as ratio
join checks.outcome as outcome
    on outcome.identity_id = ratio.identity_id and outcome.report_id = ratio.report_id and outcome.instance = ratio.instance
where is_due(ratio.amount_id);
