-- 年度维 / Fiscal years with the classification edition in force.
-- fiscal_year: fiscal year (决算年度)
-- classification_edition: edition of 政府收支分类科目 in force
-- report_count: reports of the year in the star, all versions
select fiscal_year, '政府收支分类科目（' || fiscal_year || '年）' as classification_edition, count(*) as report_count
from star.dim_report
group by fiscal_year
