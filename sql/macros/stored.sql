-- The id of a printed amount, as pipelines/forms/forms.py (Amount.key) writes it: 2ffadd44b94336ba-p019-T5-r016-c03.
create or replace macro amount_key(report_id, page, form, panel, row_number, column_number) as
    report_id[:16] || '-p' || lpad(page::varchar, 3, '0') || '-' || form || panel[:1] || '-r' || lpad(row_number::varchar, 3, '0')
    || '-c' || lpad(column_number::varchar, 2, '0');
-- The id of a claim, as pipelines/prose/claims.py (Claim.key) writes it: 2ffadd44b94336ba-p019-n0167.
create or replace macro claim_key(report_id, page, place) as report_id[:16] || '-p' || lpad(page::varchar, 3, '0') || '-n' || lpad(place::varchar, 4, '0');
-- The number as printed in a unit of money, from its value in 元; half a unit of its last decimal in 元. Null for no unit of money.
create or replace macro in_unit(value_yuan, counted_in) as case counted_in
    when '元' then value_yuan::decimal(24, 6) when '万元' then (value_yuan * 0.0001)::decimal(24, 6)
    when '千元' then (value_yuan * 0.001)::decimal(24, 6) when '亿元' then (value_yuan * 0.00000001)::decimal(24, 6)
end;
create or replace macro half_in_yuan(decimals, counted_in) as (
    0.5 / pow(10, decimals) * case counted_in when '元' then 1 when '千元' then 1000 when '万元' then 10000 when '亿元' then 100000000 end
)::decimal(24, 6);
-- What a claim counts for in an identity, and half a unit of its last decimal (checks.prose_claim).
create or replace macro claim_amount(value_yuan, number) as coalesce(value_yuan, number::decimal(24, 4));
create or replace macro claim_half(role, half_step_yuan, decimals) as if(role in ('count', 'weight'), 0, coalesce(half_step_yuan, half_step(decimals)));
-- The text of a sentence as the reading makes it of what is printed, but for signs that are rare.
create or replace macro plain_text(printed) as translate(regexp_replace(printed, '\s', '', 'g'), '（），：；％！？', '(),:;%!?');
