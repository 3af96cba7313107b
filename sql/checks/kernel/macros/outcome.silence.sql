-- Macro of the outcomes: why an identity of which a report prints nothing is not evaluable there, where no form is missing.
-- table_set: of the report; family: of the identity; has_prose: whether anything was claimed in it; silent: what the head of the identity says.
create or replace macro silence(table_set, family, has_prose, silent) as case
    when table_set = 'none' and family in ('W', 'C', 'I', 'S') then 'no tables in this report'
    when family in ('N', 'B') and not has_prose then 'no prose in this report'
    else coalesce(silent, 'nothing printed')
end;
