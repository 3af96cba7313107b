from said_sum('项目数', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'count')
union all
from said_sum('评价金额', 'performance', 'evaluated_projects', ['ordinary_procedure', 'simple_procedure'], ['evaluated_projects', 'ordinary_procedure', 'simple_procedure'], 'value')
union all
from said_sum('评级', 'performance', 'self_evaluated_projects', ['rated'], ['self_evaluated_projects', 'rated'], 'count')
