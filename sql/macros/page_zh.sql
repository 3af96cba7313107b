-- Macros of what a page is called within a sentence: 第7页, or the sheet it is: 工作表“收入决算表”. As pipelines/findings/addresses.py::page_words.
create or replace macro page_zh(page, sheet) as if(coalesce(sheet, '') = '', concat('第', page, '页'), concat('工作表“', sheet, '”'));
create or replace macro page_en(page, sheet) as if(coalesce(sheet, '') = '', concat('page ', page), concat('sheet “', sheet, '”'));
