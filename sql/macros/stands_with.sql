-- Macros of the search in a lake (sql/desk/hits_in_lake.sql). asked: what is typed: word; named, forms: reports and forms whose names have it; number: the number it
-- is; said: the reports in whose prose the word stands (null: any).

-- Whether it may stand with a figure, asked of columns as they lie in the file alone: then nothing is made of rows that are left out.
create or replace macro may_stand(asked, report_id, label, heading, code, form) as
    asked.word is null or list_contains(asked.named::varchar[], report_id) or contains(label, asked.word::varchar)
    or contains(heading, asked.word::varchar) or starts_with(code, asked.word::varchar) or list_contains(asked.forms::varchar[], form)
    or asked.number is not null;

-- The same of the sentence of a figure.
create or replace macro may_be_said(asked, report_id) as asked.said is null or list_contains(asked.said::varchar[], report_id);

-- Whether it stands with a figure: in the name or year of its report, its row, its column, the name of its form; at the beginning of its code;
-- or is the number itself. True for no word.
create or replace macro stands_with(asked, report_id, label, heading, code, form, value) as
    asked.word is null or list_contains(asked.named::varchar[], report_id) or contains(label, asked.word::varchar)
    or contains(heading, asked.word::varchar) or starts_with(code, asked.word::varchar) or list_contains(asked.forms::varchar[], form)
    or value = asked.number::decimal(24, 6);
