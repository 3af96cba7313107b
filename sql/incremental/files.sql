-- 建库时 raw/ 下的文件 / The files below raw/ as they were when the warehouse was built.
-- file: path below raw/
-- sha256: SHA-256 of its bytes
-- folder: year folder
-- arrived: when it was last written, in UTC
-- reading_path: file of its reading
select file, sha256, folder, arrived, reading_path
from raw.file
