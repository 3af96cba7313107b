-- 表与字段的说明 / The comments of all tables and columns of a warehouse.
-- of_table: table, schema.name
-- column_name: column; null for the table itself
-- comment: what is said of it
select schema_name || '.' || table_name as of_table, null as column_name, comment
from duckdb_tables()
where database_name = current_database() and comment is not null
union all
select schema_name || '.' || table_name, column_name, comment
from duckdb_columns()
where database_name = current_database() and comment is not null and schema_name || '.' || table_name in (select schema_name || '.' || table_name from duckdb_tables())
