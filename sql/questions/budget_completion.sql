-- 预算完成情况：每一项预算多少、决算多少、完成百分之几 / Completion of the budget by item: what was budgeted, what was spent, and the share the report says and we work out.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- origin: 出处 / where both stand: a form, or 正文 (the prose)
-- item_code: 科目编码 / code of a functional or economic item, null for others
-- item: 项目 / functional or economic item, “三公” item, total or row, as the report speaks of it
-- held_in: 已含于 / the total of the answer, or the form, that holds or repeats this amount already; only rows of one phase without one add up
-- phase: 预算口径 / which budget: 年初预算, 全年预算, or 预算 where no phase is said
-- budget_yuan: 预算（元） / budget as printed, else the final amount less the change said
-- final_yuan: 决算（元） / final amount as printed
-- difference_yuan: 决算减预算（元） / final less budget
-- completion_percent: 完成率（％） / final in percent of the budget; null for a budget of 0
-- stated_percent: 报告所称完成率（％） / the percentage the report says
-- reason: 报告所称原因 / the reason the report gives
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
with stated as not materialized (
    select fact.report_id, '正文' as origin, fact.subject, item.function_code as item_code, coalesce(item.function_name, fact.label, subject.zh) as item,
        fact.against as phase, fact.base_yuan as budget, fact.value_yuan as final, fact.completion_percent::double as stated_percent, fact.reason, fact.page, fact.amount_id
    from star.fact_change as fact left join star.dim_function as item using (function_key)
    left join reference.word as subject on subject.domain = 'subject' and subject.key = fact.subject
    where fact.against != 'prior_year'
    union all
    select fact.report_id, form.name_zh, case when fact.form = 'T7' then if(fact.line = 'total', 'three_public', fact.line) when item.function_code is not null then 'function' else 'general_budget' end,
        coalesce(item.function_code, economic.economic_code), coalesce(item.function_name, economic.economic_name, public.zh, fact.label, '合计'), fact.phase, fact.budget_yuan,
        fact.final_yuan, null, null, page_of(fact.amount_id), fact.amount_id
    from star.stated_budget as fact join reference.form as form using (form)
    left join star.dim_function as item using (function_key) left join star.dim_economic as economic using (economic_key)
    left join reference.word as public on public.domain = 'public' and public.key = if(fact.form = 'T7', fact.line, null)
),
kept as not materialized ( -- made for each of its readers, of the reports that are asked for alone
    select stated.*, unit.unit_name, unit.level, report.fiscal_year, report.file
    from stated join star.dim_report as report on report.report_id = stated.report_id join star.dim_unit as unit using (unit_key)
    where stated.budget is not null and stated.final is not null
),
named as not materialized (select distinct unit_name, fiscal_year, report_id, origin, subject, item from kept),
whole as not materialized ( -- the nearest whole that is told in the same place
    select kept.unit_name, kept.fiscal_year, kept.report_id, kept.amount_id, kept.phase, arg_min(whole.item, row(link.step, whole.origin != kept.origin, whole.item)) as held_in
    from kept join reference.whole as link on link.subject = kept.subject
    join named as whole on whole.report_id = kept.report_id and whole.unit_name = kept.unit_name and whole.fiscal_year = kept.fiscal_year and whole.subject = link.whole
    where whole.origin in (kept.origin, '正文') and whole.item != kept.item
    group by all
),
form as not materialized ( -- the form that prints what the prose says
    select kept.unit_name, kept.fiscal_year, kept.report_id, kept.amount_id, kept.phase, min(form.origin) as held_in
    from kept join named as form on form.report_id = kept.report_id and form.unit_name = kept.unit_name and form.fiscal_year = kept.fiscal_year and form.subject = kept.subject
    where kept.origin = '正文' and form.origin != '正文' and (kept.subject != 'function' or form.item = kept.item)
    group by all
)
select
    stated.unit_name, stated.level, stated.fiscal_year, stated.origin, stated.item_code, stated.item, coalesce(whole.held_in, form.held_in) as held_in, phase.zh as phase,
    stated.budget::decimal(20, 2) as budget_yuan, stated.final::decimal(20, 2) as final_yuan, (stated.final - stated.budget)::decimal(20, 2) as difference_yuan,
    round(100 * stated.final / nullif(stated.budget, 0), 2) as completion_percent, stated.stated_percent, stated.reason, stated.page, stated.file, address_of(stated.amount_id) as address
from kept as stated
left join whole on whole.report_id = stated.report_id and whole.unit_name = stated.unit_name and whole.fiscal_year = stated.fiscal_year and whole.amount_id = stated.amount_id and whole.phase = stated.phase
left join form on form.report_id = stated.report_id and form.unit_name = stated.unit_name and form.fiscal_year = stated.fiscal_year and form.amount_id = stated.amount_id and form.phase = stated.phase
join reference.word as phase on phase.domain = 'against' and phase.key = stated.phase
