"""Tables to carry away: Parquet, a Data Package descriptor and a workbook."""
