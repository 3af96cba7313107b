select fiscal_year, source, income_yuan, share_percent, page
from questions.income_by_source
where unit_name = '上海市静安区样本科学技术协会'
order by fiscal_year, income_yuan desc
