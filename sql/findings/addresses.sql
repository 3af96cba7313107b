-- 印出的数在没有页的文件中、在几份文件之一中何处 / Where printed numbers stand in a file without pages or in one of several; those of a PDF alone are not there.
-- $ids: amounts and claims
-- amount_id: printed amount or claim
-- member: path of its file in an archive; empty outside of one
-- sheet: what its page is called: a sheet, its page in one of several files; empty in a web page or a document
-- address: empty of a page; the cell, or the line a number of the prose stands in: range of a sheet, or table, row and cell, or paragraph
with figure as (
    select amount_id, report_id, page, bbox from reading.amount where amount_id in (select unnest($ids))
    union all
    select claim_id, report_id, page, bbox from reading.claim where claim_id in (select unnest($ids))
)
select figure.amount_id, page.member, page.name as sheet, coalesce(address.address, '') as address
from figure
left join reading.address as address
    on address.report_id = figure.report_id and address.page = figure.page
    and address.bbox[1] <= figure.bbox[1] + 0.1 and address.bbox[2] <= figure.bbox[2] + 0.1
    and address.bbox[3] >= figure.bbox[3] - 0.1 and address.bbox[4] >= figure.bbox[4] - 0.1
join reading.page as page on page.report_id = figure.report_id and page.page = figure.page
where address.address is not null or page.name != ''
qualify row_number() over (partition by figure.amount_id order by address.address) = 1
