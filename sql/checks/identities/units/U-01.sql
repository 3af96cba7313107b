-- zh: 部门各表各数应当等于所属各单位之和（单位间有往来的栏目另计）
-- en: Every cell of a department must be the sum of its units, where no money passes between them
-- name: cells_are_the_sum_of_units
-- tolerance: SUM
-- severity: warning
-- beside: units
-- why: 部门决算由所属单位决算汇总，内部往来抵销
select * from unit_cells(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'], false)
where report_id not in (from transfers()) or not passes_transfers(instance)
