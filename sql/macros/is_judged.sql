-- Whether the numbers of a file are judged (its columns in star.disclosure): that of the current version, or of a budget's text without tables, which is judged beside them.
create or replace macro is_judged(is_current, kind, form_count) as is_current or kind = 'budget' and form_count = 0;
