-- 各表与各提问，附说明 / The tables and questions of a warehouse with what each is.
select schema_name || '.' || table_name as name, comment from duckdb_tables() where not internal
union all
select schema_name || '.' || view_name, comment from duckdb_views() where not internal
order by name
