-- What sets a version of a disclosure behind the chosen one, both as rows of the versions of one disclosure: pin, forms, edition, date, arrival or file (its name); null for the chosen one.
create or replace macro decided_by(own, chosen) as case
    when own.report_id = chosen.report_id then null
    when own.version > chosen.version or (chosen.is_pinned and not own.is_pinned) then 'pin'
    when own.has_forms != chosen.has_forms then 'forms'
    when (own.edition is null) != (chosen.edition is null) then 'edition'
    when own.decisive != chosen.decisive then 'date'
    when own.arrived != chosen.arrived or (own.arrived is null) != (chosen.arrived is null) then 'arrival'
    else 'file'
end;
