-- Macro of the files in which the prose of a budget stands: its own, and the fullest text beside its tables, where that says more than twice as much (also of PN-15).
-- Of a budget that is whole a text told once more says nothing else: its claims would be taken for a second time what the budget's are.
-- report_id: budget (star.dim_budget), current version; said_id: the file that says it
create or replace macro budget_texts() as table
with said as (select report_id, count(sentence) as claims from reading.claim group by report_id),
beside as (
    select budget.report_id, other.report_id as said_id, said.claims
    from star.dim_budget as budget
    join star.dim_budget as other
        on other.unit_key = budget.unit_key and other.fiscal_year = budget.fiscal_year and other.phase = budget.phase and other.report_id != budget.report_id
    left join said on said.report_id = other.report_id
    where budget.is_current and other.form_count = 0
    qualify row_number() over (partition by budget.report_id order by coalesce(said.claims, 0) desc, other.report_id) = 1
)
select report_id, report_id as said_id from star.dim_budget where is_current
union all
select beside.report_id, beside.said_id
from beside
left join said as own on own.report_id = beside.report_id
where own.claims is null or own.claims < beside.claims / 2;
