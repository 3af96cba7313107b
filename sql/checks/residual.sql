-- 残差：每个恒等式每次出现的两边、差额与不能评价的原因 / Residuals: both sides of every instance, their difference, and why it cannot be judged.
-- identity_id: identity (reference.identity)
-- report_id: report
-- instance: which occurrence within the report
-- code: classification code it is about
-- stated: what the report states, in 元 (a plain number for counts)
-- expected: what the other amounts give
-- residual: stated − expected
-- bound: largest residual that rounding of the printed decimals can make (Σ|w|·h)
-- squares: Σw²h²; a third of it is the variance of the residual under uniform rounding
-- reason: why it cannot be judged; null where it can
-- relation: = or <=
-- amount_ids: printed amounts of all terms
-- note: what is printed, where no amount says it
-- page: page of the note
with summed as (
    select
        term.identity_id, term.report_id, term.instance, min(term.code) as code,
        sum(weight * term.value_yuan) filter (side = 'total') as stated,
        sum(weight * term.value_yuan) filter (side = 'part') as expected,
        coalesce(sum(abs(weight) * term.half_ulp_yuan) filter (term.value_yuan is not null), 0) as bound,
        coalesce(sum(weight * weight * term.half_ulp_yuan * term.half_ulp_yuan) filter (term.value_yuan is not null), 0) as squares,
        count(*) filter (side = 'part') as parts,
        count(*) filter (side = 'total') as totals,
        count(*) filter (cell.mark = 'words') as words,
        min(term.hindrance) as hindrance, string_agg(distinct term.note, '; ' order by term.note) as note, min(term.page) as page,
        list(amount_id order by side desc, amount_id) filter (amount_id is not null and term.value_yuan is not null) as amount_ids
    from checks.term
    left join checks.cell using (amount_id)
    group by term.identity_id, term.report_id, term.instance
)
select
    summed.identity_id, summed.report_id, instance, code, stated, expected, bound, squares, amount_ids, note, page, stated - expected as residual,
    coalesce(
        obstacle.reason,
        case own_form.status
            when 'in doubt' then 'reading in doubt: ' || own_form.form
            when 'no tables' then 'no tables in this report'
            when 'missing' then 'form missing: ' || own_form.form
            when 'declared_empty' then 'form declared empty: ' || own_form.form
            when 'empty' then 'form blank: ' || own_form.form
            when 'not in this table set' then own_form.status || ': ' || own_form.form
        end,
        hindrance,
        case
            when words > 0 then 'a heading stands where an amount would'
            when totals = 0 then 'total not printed'
            when stated is null then 'blank'
            when parts = 0 then 'no details printed'
            when expected is null then 'details blank'
        end
    ) as reason,
    identity.relation
from summed
join reference.identity as identity using (identity_id)
left join checks.obstacle as obstacle using (identity_id, report_id)
left join checks.form_status as own_form
    on own_form.report_id = summed.report_id and own_form.form = split_part(summed.instance, ' ', 1)
    and (own_form.status = 'in doubt' or (own_form.status != 'filled' and identity.family = 'N'))
