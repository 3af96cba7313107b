-- 正文句子：按版面位置重建，印刷原文与规范文本并存 / Sentences of the prose, rebuilt from places: as printed and normalised.
-- report_id: report
-- sentence: number of the sentence in the report's prose, from 0
-- paragraph: number of its paragraph
-- section: what it is about, by the meaning of the headings (overall, income, three_public …); empty before the first heading
-- page: page it begins on
-- printed: text as printed, with its blanks
-- text: normalised text (NFKC, no white space)
-- pieces: first and end offset in text, page and box of each piece of a line it stands on
select report_id, unnest(sentences, max_depth := 2) from reading.shelf
