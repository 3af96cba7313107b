-- Macro of the outcomes: why an identity of which a report prints nothing is not evaluable there, where no form is missing.
-- table_set: of the report; identity: its id, whose letters say whether it is of tables or of the prose of a final account (N, B); has_prose: whether anything was claimed; silent: what its head says.
create or replace macro silence(table_set, identity, has_prose, silent) as case
    when table_set = 'none' and regexp_matches(identity, '^([WCIS]|P[^N])') then 'no tables in this report'
    when regexp_matches(identity, '^(N|Z?B)') and not has_prose then 'no prose in this report'
    else coalesce(silent, 'nothing printed')
end;
