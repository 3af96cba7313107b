-- 每份读取结果中与单位名称和科目编码有关的部分 / What a survey looks at of each reading, taken from its file once.
-- report_id: report
-- filename: file of the reading
-- code_version: version of the reader that read it
-- status: read, registered or quarantined
-- unit_name: unit as the report names itself
-- fiscal_year: fiscal year the report states
-- kind: final, budget …
-- level: 部门 or 单位
-- edition: what its cover says of an earlier edition
-- format: what the file is by its content
-- page_count: pages read
-- producer: program it was written with
-- created: creation date as it stands there
-- recognisers: what has read its pages that are pictures
-- forms: forms found
-- members: units it names
-- printed: form and code of each amount under a code
select
    report_id, filename, code_version, status, unit_name, fiscal_year, kind, level, edition, format, page_count, producer, created, recognisers, forms, members,
    list_transform(list_filter(amounts, lambda one: one.code is not null), lambda one: {'form': one.form, 'code': one.code}) as printed
from reading.shelf
