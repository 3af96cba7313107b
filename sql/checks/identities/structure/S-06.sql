-- zh: 公开的报告应当没有表样的填写说明和未填的空位
-- en: No instruction or unfilled place of the blank form must be left in the text
-- name: no_text_of_the_blank_form_left
-- tolerance: INT
-- severity: warning
-- why: 表样供填写用，不应公开
-- fault_zh: 第{page}页留有表样的文字“{quote}”
-- fault_en: page {page} keeps words of the blank form: “{quote}”
from words_of_the_blank_form('final')
