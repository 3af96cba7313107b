-- 只有报告印出的科目编码 / Amounts under codes that no classification has, of the forms whose codes star.dim_function and star.dim_economic take: all that these need of the readings.
-- report_id: report
-- form: form key
-- code: code as printed
-- row_label: name of the row
-- is_held: whether the amount is held
select amount.report_id, amount.form, amount.code, amount.row_label, amount.is_held
from reading.amount
where amount.code is not null
    and (
        amount.form in ('T2', 'T3', 'T5', 'T8', 'T9', 'U4', 'B5', 'P2', 'P3', 'P5', 'P8', 'P9', 'PU4')
        and amount.code not in (select code from reference.functional_classification)
        or amount.form in ('T6', 'U6', 'B9', 'P6', 'PU6')
        and amount.code not in (select code from reference.economic_classification where system = '部门预算经济分类')
    )
