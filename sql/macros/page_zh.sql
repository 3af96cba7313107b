-- Macros of what a page is called within a sentence: 第7页, also as a page of its file among several, or the sheet it is: 工作表“收入决算表”. As pipelines/findings/addresses.py::page_words.
create or replace macro page_zh(page, sheet) as case
    when coalesce(sheet, '') = '' then concat('第', page, '页')
    when regexp_full_match(sheet, '第\d+页') then sheet
    else concat('工作表“', sheet, '”')
end;
create or replace macro page_en(page, sheet) as case
    when coalesce(sheet, '') = '' then concat('page ', page)
    when regexp_full_match(sheet, '第\d+页') then concat('page ', trim(sheet, '第页'))
    else concat('sheet “', sheet, '”')
end;
