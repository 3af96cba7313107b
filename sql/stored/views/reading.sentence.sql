select
    report.report_id, told.sentence, told.paragraph, told.section, told.page, told.printed, coalesce(told.own_text, plain_text(told.printed)) as text, told.pieces
from stored.sentence as told
join stored.report as report using (report)
