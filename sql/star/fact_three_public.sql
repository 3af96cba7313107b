-- “三公”经费事实：单位 × 项目 × 预决算，金额与数量 / Three public expenses by item and phase (form T7, else the prose); amounts add up within a phase; counts are the form's where it prints them, else the prose's.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- category: abroad 因公出国（境）, purchase 用车购置, running 用车运行维护, reception 公务接待; vehicles 用车 where it is not split
-- phase: budget (预算数) or final (决算数)
-- measure: amount; groups 团组, persons 人次, vehicles 辆 (bought, or kept at the year's end), batches 批次
-- amount_yuan: amount in 元, null for counts
-- count: number of groups, persons, vehicles, batches; null for amounts
-- amount_id: printed amount it came from (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
with stated as (
    select report_id, column_key, value_yuan, amount_id, origin
    from reading.amount
    where form = 'T7' and value is not null and not is_held and not is_within
    union all
    select report_id, column_key, value_yuan, claim_id, origin
    from reading.claim_cell
    where form = 'T7' and is_told_only
    qualify row_number() over (partition by report_id, column_key order by claim_id) = 1
),
amount as (
    select
        report_id, substr(column_key, strpos(column_key, '_') + 1) as category, split_part(column_key, '_', 1) as phase, 'amount' as measure,
        value_yuan as amount_yuan, null::decimal(24, 6) as count, amount_id, origin
    from stated
    where substr(column_key, strpos(column_key, '_') + 1) in ('abroad', 'purchase', 'running', 'reception', 'vehicles')
    qualify split_part(column_key, '_', 2) != 'vehicles'
        or count(*) filter (split_part(column_key, '_', 2) in ('purchase', 'running')) over (partition by report_id, split_part(column_key, '_', 1)) = 0
),
told as (
    select report_id, line as subject, value, amount_id, origin, 1 as choice
    from reading.amount
    where form = 'T7' and column_key = 'count' and value is not null and not is_held and not contains(heading, '预算')
    union all
    select report_id, subject, value, claim_id, origin, 2
    from reading.claim
    where section = 'three_public' and role = 'count' and value is not null and len(doubts) = 0
),
counted as (
    select
        told.report_id, meaning.category, 'final' as phase, meaning.measure, null::decimal(24, 4) as amount_yuan, told.value as count, told.amount_id, told.origin
    from told
    join (values
        ('abroad_groups', 'abroad', 'groups'), ('abroad_persons', 'abroad', 'persons'),
        ('vehicles_purchased', 'purchase', 'vehicles'), ('vehicle_stock', 'running', 'vehicles'),
        ('reception_batches', 'reception', 'batches'), ('reception_persons', 'reception', 'persons')
    ) as meaning(subject, category, measure) using (subject)
    qualify row_number() over (partition by told.report_id, told.subject order by told.choice, told.amount_id) = 1
)
select report.fiscal_year, report.unit_key, fact.*
from (select * from amount union all select * from counted) as fact
join star.dim_report as report on report.report_id = fact.report_id and report.is_current
