-- Macros of the first kernel: the instances with a term that is in doubt, of the report itself or of one beside it, and the reason.
create or replace macro terms_in_doubt() as table
select
    term.identity_id, term.report_id, term.instance,
    if(bool_or(cell.report_id = term.report_id), 'reading in doubt: ', 'reading of a report beside it in doubt: ') || each_once(list(cell.form), ', ') as reason
from checks.term as term
join (from checks.form_amount where in_doubt) as cell using (amount_id)
where is_due(term.identity_id)
group by term.identity_id, term.report_id, term.instance;

-- sums of the prose beside a number of the prose that is in doubt: it may be one of their terms. It stands in their section and has
-- the role of one of them, on their page or on the next one
create or replace macro sums_beside_doubt() as table
with doubted as (
    select distinct report_id, section, role, page from reading.claim where len(doubts) > 0 and value is not null
)
select distinct term.identity_id, term.report_id, term.instance, 'a number beside it in doubt' as reason
from checks.term as term
join reading.claim as told on told.claim_id = term.amount_id
join doubted
    on doubted.report_id = told.report_id and doubted.section = told.section and doubted.role = told.role and abs(doubted.page - told.page) <= 1
join reference.identity as identity on identity.identity_id = term.identity_id and identity.tolerance = 'SUM'
where is_due(term.identity_id);
