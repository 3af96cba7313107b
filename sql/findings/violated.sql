-- 每处不符及其含义 / Every violated instance and what the sentence of a finding says of it (its frame: pipelines/findings/sentences.py).
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- fiscal_year: fiscal year
-- unit_key: unit
-- amount_ids: printed amounts and claims it is made of
-- statement_zh: what must hold, in Chinese
-- statement_en: what must hold, in English
-- fault_zh: how a violation is told in Chinese; null where the frame tells it
-- fault_en: the same in English
-- particulars: named values for that
-- counted: what is stated, a count
-- due: what is expected, a count
-- quotient: what its second number over its third gives; null where it is no quotient
-- note: what is printed where no amount says it
-- page: page where it stands
-- relation: =, <= or ratio
-- stated_ids: the numbers of the one side; null where they are not held one against the other
-- expected_ids: those of the other
-- limit: the constant on one side; null where there is none
-- stated: what the one side comes to, in 元 or as printed where it is no money; null where the sides are weighted otherwise than by 1 and -1
-- expected: what the other comes to
-- is_unexplained: a balance that is not what the year before closed with, and the report names no correction that is not counted
with side as (
    select
        term.report_id, term.identity_id, term.instance, list(amount_id order by amount_id) filter (side = 'total' and amount_id is not null) as stated_ids,
        list(amount_id order by amount_id) filter (side = 'part' and amount_id is not null) as expected_ids, min(value_yuan) filter (amount_id is null) as "limit",
        bool_and(weight = 1 or identity.relation = '=' and weight = -1) as is_plain
    from checks.term
    join checks.violation using (identity_id, report_id, instance)
    join reference.identity using (identity_id)
    where identity.tolerance != 'INT' and value_yuan is not null
    group by all
)
select
    outcome.report_id, outcome.identity_id, outcome.instance, report.fiscal_year, report.unit_key, outcome.amount_ids, statement_zh,
    statement_en, if(ratio.report_id is null and (identity.tolerance = 'INT' or outcome.particulars is not null), fault_zh, null) as fault_zh,
    fault_en, outcome.particulars, outcome.stated as counted, outcome.expected as due,
    if(ratio.report_id is null, null, outcome.expected) as quotient, coalesce(outcome.note, '') as note, violation.page, identity.relation, side.stated_ids, side.expected_ids,
    side."limit", if(side.is_plain, outcome.stated, null) as stated, if(side.is_plain, outcome.expected, null) as expected,
    outcome.identity_id in ('Y-01', 'Y-02', 'Y-03', 'Y-09') and (
        outcome.identity_id = 'Y-01' or outcome.report_id not in (select report_id from checks.opening_adjustment)
    ) as is_unexplained
from checks.outcome
join reference.identity as identity using (identity_id)
join checks.violation using (identity_id, report_id, instance)
join star.disclosure as report on report.report_id = outcome.report_id
left join side using (identity_id, report_id, instance)
left join checks.ratio as ratio using (identity_id, report_id, instance)
