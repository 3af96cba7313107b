-- Whether a row with a key belongs to the chunk that is made (pipelines/warehouse/chunks.py); all do where none is.
create or replace macro is_due(key) as key > coalesce(getvariable('after'), '') and key <= coalesce(getvariable('upto'), '~');
