-- Half a unit of the last printed decimal, in the measure of the number; of a number printed finer than the four decimals that identities are made of, what that rounds too.
create or replace macro half_step(decimals) as if(decimals > 4, 0.0001, 0.5 / pow(10, decimals))::decimal(24, 6);
