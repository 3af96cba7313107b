-- Macro of the first kernel: the instances with a term that is in doubt, of the report itself or of one beside it, and the reason.
create or replace macro terms_in_doubt() as table
select
    term.identity_id, term.report_id, term.instance,
    if(bool_or(cell.report_id = term.report_id), 'reading in doubt: ', 'reading of a report beside it in doubt: ') || each_once(list(cell.form), ', ') as reason
from checks.term as term
join (from checks.form_amount where in_doubt) as cell using (amount_id)
where is_due(term.identity_id)
group by term.identity_id, term.report_id, term.instance;
