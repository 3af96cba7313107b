<<<<<<< HEAD
-- Whether a row with a key belongs to the chunk that is made (pipelines/warehouse/chunks.py).
create or replace macro is_due(key) as key > getvariable('after') and key <= getvariable('upto');
=======
-- Whether a row with a key belongs to the lot that is made (pipelines/warehouse/chunks.py); all do where none is.
create or replace macro is_due(key) as key > coalesce(getvariable('after'), '') and key <= coalesce(getvariable('upto'), '~');
>>>>>>> 128a612 (The published file stores what cannot be derived: terms and outcomes of an instance as one row, by number)
