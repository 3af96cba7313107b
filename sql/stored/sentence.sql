-- 正文句子，存放形式 / Sentences of the prose as they lie in the file; people ask reading.sentence, a view of it.
-- report: report (stored.report)
-- sentence: number of the sentence
-- paragraph: number of its paragraph
-- section: section
-- page: page it begins on
-- printed: text as printed
-- own_text: normalised text, where it is not plainly what is printed without its blanks
-- pieces: pieces of lines it stands on
select
    report.report, told.sentence, told.paragraph, told.section, told.page, told.printed, if(plain_text(told.printed) is distinct from told.text, told.text, null) as own_text,
    told.pieces
from reading.sentence as told
join report_number as report using (report_id)
order by report.report, told.sentence
