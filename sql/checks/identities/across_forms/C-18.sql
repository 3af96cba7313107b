-- zh: 总表有数的类应当与支出决算表一致，财政拨款总表应当与各拨款表一致
-- en: The classes with amounts must agree between T1 and T3, and between T4 and T5, T8, T9
-- name: the_same_classes_have_amounts
-- tolerance: INT
-- severity: error
-- needs: T1, T3
-- may_be_empty: T4, T5, T8, T9
-- why: 同一支出按同一分类列示
-- fault_zh: {one_zh}与{other_zh}中只有一处有类级科目{codes}的数
-- fault_en: only one of {one_en} and {other_en} has amounts of the classes {codes}
with class_set as (
    select
        report_id, code, bool_or(form = 'T1') as in_t1, bool_or(form = 'T3') as in_t3,
        bool_or(form = 'T4') as in_t4, bool_or(form in ('T5', 'T8', 'T9')) as in_fund_forms
    from checks.form_amount
    where len(code) = 3 and column_key in ('amount', 'total') and value_yuan != 0 and form in ('T1', 'T3', 'T4', 'T5', 'T8', 'T9')
    group by report_id, code
),
differing as (
    select
        report_id, 'T1 against T3' as instance, count(*) filter (in_t1 != in_t3) as stated, 0 as expected, map {
            'codes': string_agg(code, '、' order by code) filter (in_t1 != in_t3), 'one_zh': '收入支出决算总表', 'other_zh': '支出决算表',
            'one_en': 'T1', 'other_en': 'T3'
        } as particulars
    from class_set
    group by report_id
    union all
    select report_id, 'T4 against T5, T8, T9', count(*) filter (in_t4 != in_fund_forms), 0, map {
        'codes': string_agg(code, '、' order by code) filter (in_t4 != in_fund_forms), 'one_zh': '财政拨款收入支出决算总表', 'other_zh': '各财政拨款支出决算表',
        'one_en': 'T4', 'other_en': 'T5, T8 and T9'
    }
    from class_set
    anti join fund_without_form() using (report_id)
    semi join (
        select report_id from checks.form_status where form in ('T4', 'T5') and status = 'filled' group by report_id having count(*) = 2
    ) as filled using (report_id)
    group by report_id
)
from two_terms('differing')
