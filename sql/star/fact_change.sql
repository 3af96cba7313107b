-- 增减事实：正文所说与上年、与预算相比的增减及理由 / Stated changes: what the prose says went up or down against last year or the budget, with its reason.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- section: section of the report
-- subject: what it is about (reading.claim)
-- label: the item as the report names it, where its name matters; null for others
-- function_key: functional item it is about (star.dim_function), null for others
-- against: what is compared with: prior_year 上年决算, initial 年初预算, annual 全年预算, unstated 预算 (no phase said)
-- value_yuan: this year's value as said, in 元; null where none is
-- base_yuan: last year's value or the budget as said, else value less change
-- change_yuan: change as said, signed, else value less base
-- growth_percent: growth in percent as said, signed
-- completion_percent: share of the budget spent, in percent, as said
-- direction: up, down, same, above, below, equal as said
-- reason: the reason the report gives (star.stated_reason)
-- page: page of the comparison
-- amount_id: its first claim (reading.claim), which leads to page, box and sentence
with said as (
    select
        *, case
            when role = 'prior' or base = 'prior_year' then 'prior_year'
            when role = 'completion' then coalesce(fitted, base)
            when role = 'budget' then base
            when base in ('initial_budget', 'annual_budget') then replace(base, '_budget', '')
            when base = 'budget' then 'unstated'
        end as against
    from checks.prose_claim
    where role in ('value', 'prior', 'budget', 'change', 'growth', 'completion', 'direction') and subject not in ('reason', 'project_money')
),
phased as (
    select
        * replace (if(against = 'unstated', coalesce(
            max(against) filter (against = 'annual') over statement, max(against) filter (against = 'initial') over statement, against
        ), against) as against)
    from said
    window statement as (partition by report_id, statement, subject, code)
),
compared as (
    select
        report_id, statement, section, subject, code, against, max(amount) filter (role in ('prior', 'budget')) as base,
        max(if(direction = 'down', -amount, amount)) filter (role = 'change') as change,
        max(if(direction = 'down', -amount, amount)) filter (role = 'growth') as growth, max(amount) filter (role = 'completion') as completion,
        arg_min(direction, place) filter (direction != '') as direction, arg_min(label, place) filter (label != '') as label, min(place) as place, arg_min(claim_id, place) as amount_id
    from phased
    where against is not null
    group by all
),
value as (
    select report_id, statement, subject, code, arg_min(amount, place) as amount from said where role = 'value' group by all
)
select
    report.fiscal_year, report.unit_key, one.report_id, one.section, one.subject, one.label, function.function_key, one.against, value.amount as value_yuan,
    coalesce(one.base, value.amount - one.change) as base_yuan, coalesce(one.change, value.amount - one.base) as change_yuan,
    one.growth as growth_percent, one.completion as completion_percent, one.direction, why.reason, claim.page, one.amount_id
from compared as one join star.dim_report as report using (report_id)
join reading.claim as claim on claim.report_id = one.report_id and claim.claim_id = one.amount_id
left join value on value.report_id = one.report_id and value.statement = one.statement and value.subject = one.subject and value.code is not distinct from one.code
left join star.stated_reason as why on why.report_id = one.report_id and why.statement = one.statement and (why.against = 'prior_year') = (one.against = 'prior_year')
left join star.dim_function as function on function.function_code = if(one.subject != 'economic', one.code, null) and report.fiscal_year between function.valid_from and function.valid_to
