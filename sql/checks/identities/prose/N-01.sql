-- zh: 决算说明的收、支总计应当与收入支出决算总表一致
-- en: Prose: total income and expenditure must equal T1
-- name: totals_equal_T1
-- tolerance: SAME
-- severity: fatal
-- why: 同一事实印两处
from claims_and_cells('overall', 'T1')
union all -- below the headings of income and expenditure: what T2 and T3 have no column for
select * from claims_and_cells('income', 'T1')
where split_part(instance, ' ', 2) in ('general_budget', 'government_fund', 'state_capital', 'income_total', 'income_grand_total', 'surplus_used', 'opening')
union all
from claims_and_cells('expenditure', 'T1')
