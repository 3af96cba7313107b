-- 识别出的决算表、预算表 / Statutory tables recognized in each report.
-- report_id: report
-- form: T1 收支总表, T2 收入, T3 支出, T4 财政拨款总表, T5 一般公共预算支出, T6 基本支出, T7 三公, T8 政府性基金, T9 国有资本经营, U4 财政拨款支出, U6 财政拨款基本支出, U7 机构运行信息, B5 一般公共预算收支, B9 基金基本支出, B12 政府采购, B13 购买服务, B14 机关运行经费; of a budget P for T and B, PU for U: P1 …, PU4 财政拨款支出, PE5 一般公共预算支出（经济分类）, PF6 基本支出（功能分类）, PE16 项目支出（经济分类）, PB 基本支出（全部资金）, PX 项目, PS 购买服务, PC 上年结转资金
-- title: title as printed, without quotes and unit; empty where the form is left out and the prose says there is nothing
-- counted_in: money unit printed at the table (元, 万元)
-- pages: pages it stands on
-- status: filled, declared_empty (a note says 本表无数据), empty (blank without a note), left_blank (a note says that it was not filled in: 未填列, 涉密)
select report_id, unnest(forms, max_depth := 2) from reading.shelf
