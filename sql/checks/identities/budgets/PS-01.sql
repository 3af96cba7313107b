-- zh: 部门预算应公开的各表应当齐全，或声明无数据
-- en: Every form of a budget must be there, or declared empty
-- name: every_budget_form_is_there_or_declared_empty
-- tolerance: INT
-- severity: error
-- why: 财政部部门预算公开的规定报表
-- fault_zh: 缺少{note}，也未声明无数据
-- fault_en: the form “{quote}” ({name_en}) is missing, and nothing says that there is no data
with unread as ( -- a table not read may be the form that lacks, and so may numbers not known
    select distinct sha256 as report_id from reading.quarantine where scope in ('table', 'gap')
    union
    select report_id from reading.token where kind = 'unexplained' group by report_id having count(*) > 10
),
economic as (select distinct report_id from reading.form where form in ('PE5', 'PB')), -- which have 基本支出 by economic items too
core as ( -- the forms that every set but that of the universities (高校) has
    select
        status.report_id, status.form as instance,
        status.status not in ('missing', 'not in this table set') or status.form = 'P6' and economic.report_id is not null as stated,
        1 as expected, form.name_zh as note, map {'name_en': form.name_en} as particulars
    from checks.form_status as status
    join reference.form as form on form.form = status.form
    left join economic on economic.report_id = status.report_id
    anti join unread on unread.report_id = status.report_id
    where status.form in ('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7') and status.status not in ('in doubt', 'no tables')
),
expected_form as (
    select * from core
    qualify count(*) filter (not stated) over (partition by report_id) <= 1 -- where several lack, the set is another one
)
from two_terms('expected_form')
