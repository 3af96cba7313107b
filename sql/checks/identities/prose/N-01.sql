from told_cell('overall', 'T1')
