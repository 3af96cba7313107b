-- Half a unit of the last printed decimal, in the measure of the number.
create or replace macro half_step(decimals) as (0.5 / pow(10, decimals))::decimal(24, 6);
