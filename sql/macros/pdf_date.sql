-- The digits of the date of a PDF's metadata (D:20240816103000+08'00'), to the second; what is cut off is the first of its kind; null where there is none.
create or replace macro pdf_digits(created) as
    nullif(regexp_extract(created, '(20\d{2}\d{0,10})', 1), '') || '20000101000000'[len(regexp_extract(created, '(20\d{2}\d{0,10})', 1)) + 1:];
-- That date in UTC; null where there is none.
create or replace macro pdf_date(created) as try_strptime(pdf_digits(created), '%Y%m%d%H%M%S')
    - to_hours(coalesce(try_cast(regexp_extract(created, '\d{14}([+-]\d{2})', 1) as integer), 0));
