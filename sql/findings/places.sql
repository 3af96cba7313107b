-- 印出的数在何处、叫什么 / Where printed numbers stand and what the sentence of a finding calls them (its frame: pipelines/findings/sentences.py).
-- $ids: amounts and claims
-- amount_id: printed amount or claim
-- report_id: report it is printed in
-- page: page
-- name: form, row and column as printed; of a claim what it is about
-- clause: the part of the sentence that a claim stands in, as printed; empty of a cell
-- text: as printed
-- counted_in: 元, 万元, %, 辆 … as printed
-- decimals: decimals printed
-- form: of a cell, the title of its form
-- line: of a cell, its row in the form, from 1
-- label: of a cell, what its row is called
select
    amount_id, report_id, page, concat_ws(' ', form, nullif(label, ''), nullif(heading, '')) as name, '' as clause, text, counted_in, decimals, form, line, label
from (
    select
        amount_id, report_id, page, regexp_replace(form.title, '^表?[一二三四五六七八九十\d]+[、:.：]', '') as form, coalesce(row_label, '') as label,
        heading, row + 1 as line,
        text, coalesce(amount.counted_in, '') as counted_in, coalesce(decimals, 2) as decimals
    from reading.amount
    left join reading.form using (report_id, form)
    where amount_id in (select unnest($ids))
)
union all
select
    claim_id, report_id, page, case
        when target.whole is not null then concat(target.whole, case subject when 'target_money' then '资金总额' when 'target_listed' then '预算数' when target.row_subject then '' else concat('“', label, '”') end)
        when sentence is null and (label != '' or subject = 'unit_money') then concat(if(subject = 'unit_money', '部门整体支出', coalesce('“' || evaluated || '”项目', '绩效')), '自评表', if(subject = 'project_money', '', '“' || label || '”'), map_extract_value(
            map {'weight': '分值', 'score': '得分', 'rate': '得分率', 'budget': if(base = 'initial', '年初预算数', '全年预算数'), 'value': '全年执行数', 'completion': '执行率'}, role
        ))
        else coalesce(nullif(project, ''), nullif(label, ''), word.zh, '')
    end as name,
    coalesce(clauses[least(occurrence, len(clauses))], regexp_extract(printed, '[^，；。]*' || regexp_escape(text) || '[^，；。]*')) as clause, text, counted_in, decimals, '', 0, ''
from (
    select
        *, flatten(list_transform(regexp_split_to_array(printed, '[，；。]'), lambda part: -- a clause as often as the number stands in it: 预算0万元（其中：…0万元
            list_transform(range(len(regexp_extract_all(part, '(^|[^0-9.])' || regexp_escape(text) || '([^0-9.]|$)'))), lambda time: part))) as clauses
    from (
        select
            claim.*, dense_rank() over (partition by report_id, sentence, text order by page, bbox[2], bbox[1]) as occurrence,
            if(contains(said.whole, '绩效自评综述'), regexp_replace(said.whole, '^.*绩效自评综述[^：]*：', ''), coalesce(said.whole, '')) as printed,
            if(contains(said.whole, '绩效自评综述'), regexp_extract(said.whole, '^(?:\d+[.、．])?(.*?)(?:项目)?绩效自评综述', 1) || '项目', '') as project
        from reading.claim as claim
        left join (select report_id, sentence, regexp_replace(printed, '\s', '', 'g') as whole from reading.sentence) as said using (report_id, sentence)
        where report_id in (select report_id from reading.claim where claim_id in (select unnest($ids)))
    )
)
left join (
    select report_id, page, any_value(regexp_replace(label, '项目$', '')) as evaluated from reading.claim where subject = 'project_money' and sentence is null group by report_id, page
) as project using (report_id, page)
left join ( -- the first claim of a row of a table of targets says whose money it is
    select
        report_id, statement, subject as row_subject, case subject when 'target_listed' then concat('绩效目标所列“', label, '”') when 'target_money'
            then concat('“' || nullif(regexp_replace(label, '项目$', ''), '') || '”', '项目绩效目标表') else concat('部门整体支出绩效目标表“', label, '”') end as whole
    from reading.claim
    where subject in ('target_money', 'target_listed', 'task_target', 'unit_target')
) as target using (report_id, statement)
left join reference.word as word on word.domain = 'subject' and word.key = subject
where claim_id in (select unnest($ids))
