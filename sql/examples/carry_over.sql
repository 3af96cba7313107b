select fiscal_year, fund, last_closing_yuan, opening_yuan, closing_yuan, unexplained_yuan, verdict
from questions.carry_over
where unit_name = '苏州市姑苏区样本文化和旅游局' and fund in ('全部资金', '财政拨款')
order by fund, fiscal_year
