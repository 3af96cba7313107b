select * from unit_cells(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'], false)
where report_id not in (from transfers()) or not passes_transfers(instance)
