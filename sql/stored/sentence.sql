-- 正文句子，存放形式 / Sentences of the prose as they lie in the file; people ask reading.sentence, a view of it.
-- report_id: report
-- sentence: number of the sentence
-- paragraph: number of its paragraph
-- section: section
-- page: page it begins on
-- printed: text as printed
-- own_text: normalised text, where it is not plainly what is printed without its blanks
-- pieces: pieces of lines it stands on
select report_id, sentence, paragraph, section, page, printed, if(plain_text(printed) is distinct from text, text, null) as own_text, pieces
from reading.sentence
order by report_id, sentence
