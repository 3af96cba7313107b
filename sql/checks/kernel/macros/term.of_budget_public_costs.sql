-- Macros for the three public expenses of a budget: the cells of P7 by year, fund and item.

-- of every row: of each unit, and of each fund, where they are printed below the 合计 or beside it; year: budget, or prior, last year's where it is printed
create or replace macro budget_public_rows() as table
select * replace (if(is_within and count(*) over (partition by report_id, place, row) > 1, concat(place, ' r', row), place) as place)
from (
    select
        *, concat_ws(' ', 'P7', split_part(column_key, '_', 1), nullif(split_part(column_key, '@', 2), '')) as place,
        split_part(substr(column_key, strpos(column_key, '_') + 1), '@', 1) as item
    from checks.form_amount
    where form = 'P7' and regexp_matches(column_key, '^(budget|prior)_')
);

-- of the budget itself: not of its units, and of no fund that is a part of a sum beside it
create or replace macro budget_public_costs() as table
from budget_public_rows() where not is_within;
