"""Final accounts: disclosures (部门决算公开) as PDF in, a checked DuckDB star schema out.

Packages in the order of the data; each imports only from those before it (import-linter, `make lint`):
  settings, publishing, queries   folders of a run; files put in their place whole; the SELECTs of sql/
  pdf, vocabulary                 bytes of a PDF → pages; words and numbers of the field
  forms, prose                    pages → statutory tables; pages → claims
  reading, findings, warehouse    a PDF → a Reading; violations → findings; readings and SQL → DuckDB, judged
  outputs, serving                evidence pages, exports, documents; servers on loopback
  orchestration, cli              the Dagster graph; the commands: they alone ask the environment, cli alone prints
"""
