-- The page of a printed amount or a claim, which its id says behind the report: 2ffadd44b94336ba-p019-n0167.
create or replace macro page_of(id) as split_part(id, '-', 2)[2:]::integer;
