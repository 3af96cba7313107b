-- The words that open a reason, as one pattern: a variable, so that it is compiled once and not a row.
set variable reason_cue = (select '(?:' || string_agg(pattern, '|' order by len(pattern) desc) || ')[:,]?' from reference.reason);
