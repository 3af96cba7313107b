-- 一张表的各栏，附说明 / The columns of a table with what each means.
-- $table: schema.name
select column_name, comment, data_type
from duckdb_columns()
where schema_name || '.' || table_name = $table
order by column_index
