-- Whether a row with a key belongs to the chunk that is made (pipelines/warehouse/chunks.py).
create or replace macro is_due(key) as key > getvariable('after') and key <= getvariable('upto');
