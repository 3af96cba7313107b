"""One PDF becomes one Reading, kept as one Parquet file; many PDFs in workers with limits."""
