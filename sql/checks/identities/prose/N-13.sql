-- zh: “三公”经费各项应当与表一致，占比应当等于部分÷总额，其和应当为100%
-- en: Prose: items of the three public expenses must equal T7, shares must be quotients and add up to 100
-- name: three_public_items_equal_T7
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
select * from claims_and_cells('three_public', 'T7')
where not contains(instance, '_total')
union all
from shares('three_public', ['abroad', 'vehicles', 'reception'], ['three_public'])
union all
from sum_of_listed('three_public')
