-- zh: 具体说明的各项应当按决算表的顺序列示
-- en: Prose: items must stand in the order of T5
-- name: items_in_the_order_of_T5
-- tolerance: INT
-- severity: info
-- needs: T5
-- why: 说明应与表对应，便于查对
-- fault_zh: 第{page}页起，{items}排在编码更大的科目之后，与决算表的顺序不同
-- fault_en: from page {page} {items} stand behind items of a larger code, otherwise than in the form
with by_size as ( -- 其中：综合医院（项）63109.18万元，重大公共卫生服务（项）3045.00万元，自然科学基金（项）1860.00万元: one sentence, the largest first
    select report_id, sentence
    from (
        select report_id, sentence, code, amount <= lag(amount) over (partition by report_id, sentence order by place) as falls
        from checks.prose_claim
        where subject = 'function' and role = 'value' and len(code) = 7
    )
    group by report_id, sentence
    having count(*) > 1 and bool_and(falls)
),
item as (
    select claim.report_id, claim.code, claim.label, min(claim.place) as place, min(page_of(claim.claim_id)) as page
    from checks.prose_claim as claim
    where claim.section in ('general_items', 'general_budget') and claim.subject = 'function' and claim.role = 'value' and len(claim.code) = 7
        and claim.code in (select code from checks.form_amount as cell where cell.report_id = claim.report_id and cell.form = 'T5')
        and not exists (from by_size where by_size.report_id = claim.report_id and by_size.sentence = claim.sentence)
    group by claim.report_id, claim.code, claim.label
),
ordered as (
    select *, max(code) over (partition by report_id order by place rows between unbounded preceding and 1 preceding) as before
    from item
),
listed as (
    select
        report_id, '' as instance, count(*) filter (code < before) as stated, 0 as expected,
        string_agg(label, '、' order by place) filter (code < before) as note, min(page) filter (code < before) as page,
        map {'items': '“' || string_agg(label, '”“' order by place) filter (code < before) || '”'} as particulars
    from ordered
    group by report_id
    having count(*) > 1
)
from two_terms('listed')
