-- 检索的一个词：名称、年度有它的报告，名称有它的表 / A word of the search: reports whose unit or year has it, forms whose name has it.
-- $word: the word
select
    (
        select coalesce(list(numbered.report), [])
        from star.disclosure as report
        join star.dim_unit as unit using (unit_key)
        join stored.report as numbered on numbered.report_id = report.report_id
        where contains(concat_ws(' ', unit.unit_name, report.fiscal_year), $word)
    ) as named,
    (select coalesce(list(form), []) from reference.form where contains(name_zh, $word)) as forms
