-- 湖仓检索的一个词：名称、年度有它的报告，名称有它的表，正文有它的报告 / A word of the search in a lake: reports whose unit or year has it, forms whose name has it, reports in whose prose it stands.
-- $word: the word
-- $most: how many reports of its prose at most; null where there are more: to look for each would take longer than to look at all
select
    (
        select coalesce(list(report.report_id), [])
        from star.disclosure as report
        join star.dim_unit as unit using (unit_key)
        where contains(concat_ws(' ', unit.unit_name, report.fiscal_year), $word)
    ) as named,
    (select coalesce(list(form), []) from reference.form where contains(name_zh, $word)) as forms,
    (
        select if(count(distinct report_id) > $most, null, coalesce(list(distinct report_id), []))
        from reading.sentence
        where contains(printed, $word)
    ) as said
