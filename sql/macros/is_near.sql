-- Macros of the search: whether a number is an amount that is asked for.

-- Whether it is the amount, half a step of its last digit off; or, where it is printed coarser with three digits or more, that amount rounded.
create or replace macro is_near(value_yuan, half_step_yuan, amount, half) as abs(value_yuan - amount::decimal(38, 6))
    <= greatest(half::decimal(38, 6), if(abs(value_yuan) >= 200 * half_step_yuan, half_step_yuan, 0));

-- Whether it lies in one of three ranges (low, high), or may be the plain number; quicker than whether it is the amount.
create or replace macro is_within(value_yuan, ranges, plain) as
    value_yuan between ranges[1].low::decimal(24, 4) and ranges[1].high::decimal(24, 4)
    or value_yuan between ranges[2].low::decimal(24, 4) and ranges[2].high::decimal(24, 4)
    or value_yuan between ranges[3].low::decimal(24, 4) and ranges[3].high::decimal(24, 4) or (value_yuan is null and plain is not null);

-- Whether it is one of three amounts (middle, and half of a step of its last digit), or the plain number and no money.
create or replace macro is_amount(value_yuan, value, half_step_yuan, ranges, plain) as
    is_near(value_yuan, half_step_yuan, ranges[1].middle, ranges[1].half) or is_near(value_yuan, half_step_yuan, ranges[2].middle, ranges[2].half)
    or is_near(value_yuan, half_step_yuan, ranges[3].middle, ranges[3].half) or (value_yuan is null and value = plain::decimal(24, 6));
