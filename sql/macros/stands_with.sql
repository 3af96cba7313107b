-- Macro of the search: whether a word stands with a figure: in the name or year of its report, its row, its column, its sentence, the name of
-- its form; at the beginning of its code; or is the number itself. True for no word.
create or replace macro stands_with(word, report_words, label, heading, code, printed, form_name, value) as
    word is null or contains(report_words, word) or contains(label, word) or contains(heading, word) or starts_with(code, word)
    or contains(printed, word) or contains(form_name, word) or value = try_cast(word as decimal(24, 6));
