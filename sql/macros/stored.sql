-- The id of a printed amount, as pipelines/forms/forms.py (Amount.key) writes it: 2ffadd44b94336ba-p019-T5-r016-c03.
create or replace macro amount_key(report_id, page, form, panel, row_number, column_number) as
    concat(left(report_id, 16), '-p', lpad(page::varchar, 3, '0'), '-', form, panel[:1], '-r', lpad(row_number::varchar, 3, '0'), '-c', lpad(column_number::varchar, 2, '0'));
-- The id of a claim, as pipelines/prose/claims.py (Claim.key) writes it: 2ffadd44b94336ba-p019-n0167.
create or replace macro claim_key(report_id, page, place) as concat(left(report_id, 16), '-p', lpad(page::varchar, 3, '0'), '-n', lpad(place::varchar, 4, '0'));
-- What a text says as a number, of 18 digits (14 times as fast as of more), and in 元; half a unit of its last decimal in 元. Null for no number, and for no unit of money; what is of more digits in 元 is multiplied as a number of more.
create or replace macro number_of(printed) as try_cast(replace(printed, ',', '') as decimal(18, 6))::decimal(24, 6);
create or replace macro times(number, factor) as if(abs(number) < 1000000000000 // factor, number * factor, number::decimal(24, 6) * factor);
create or replace macro in_yuan(printed, counted_in) as times(
    try_cast(replace(printed, ',', '') as decimal(18, 6)), case counted_in when '元' then 1 when '千元' then 1000 when '万元' then 10000 when '亿元' then 100000000 end::decimal(9, 0)
)::decimal(24, 4);
-- An amount in 元, and a half step or the like, that are stored as text, because few of them are stored once.
create or replace macro amount_from(said) as coalesce(try_cast(said as decimal(18, 4))::decimal(38, 4), said::decimal(38, 4));
create or replace macro step_from(said) as coalesce(try_cast(said as decimal(18, 6))::decimal(38, 6), said::decimal(38, 6));
create or replace macro half_in_yuan(decimals, counted_in) as (
    0.5 / pow(10, decimals) * case counted_in when '元' then 1 when '千元' then 1000 when '万元' then 10000 when '亿元' then 100000000 end
)::decimal(24, 6);
-- What a claim counts for in an identity, and half a unit of its last decimal (checks.prose_claim).
create or replace macro claim_amount(value_yuan, number) as coalesce(value_yuan, number::decimal(24, 4));
create or replace macro claim_half(role, half_step_yuan, decimals) as if(role in ('count', 'weight'), 0, coalesce(half_step_yuan, half_step(decimals)));
-- The text of a sentence as the reading makes it of what is printed, but for signs that are rare.
create or replace macro plain_text(printed) as translate(regexp_replace(printed, '\s', '', 'g'), '（），：；％！？', '(),:;%!?');
