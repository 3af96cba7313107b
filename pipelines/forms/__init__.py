"""Pages become the statutory tables of one disclosure, each cell with its meaning."""
