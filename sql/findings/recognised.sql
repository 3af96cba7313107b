-- 由图片识别的页 / Pages that were read off a picture, so that a finding on them says so.
-- report_id: report
-- page: page
select report_id, page
from reading.page
where origin = 'ocr'
