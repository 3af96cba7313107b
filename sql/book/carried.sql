-- 结转结余滚存 / The carry-over chain of a unit, by fund and year.
-- $unit: unit_key
select
    fiscal_year, fund, opening_yuan, income_yuan, expenditure_yuan, closing_yuan, last_closing_yuan, opening_adjustment_yuan, unexplained_yuan,
    coalesce(abs(unexplained_yuan) > bound_yuan, false) as is_gap
from star.carry_forward
where unit_key = $unit and fund in ('all', 'fiscal')
order by fund, fiscal_year
