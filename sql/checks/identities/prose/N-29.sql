-- zh: 机构设置与“三公”经费说明中的单位数应当一致
-- en: Prose: units counted in two places must be the same
-- name: units_are_counted_alike
-- tolerance: INT
-- severity: warning
-- silent: nothing printed to compare with
-- why: 同一事实
-- fault_zh: {amount.at_zh} {amount.name}为{amount.printed}，{other.at_zh} {other.name}为{other.printed}
-- fault_en: {amount.at_en}, {amount.name}, says {amount.printed}; {other.at_en}, {other.name}, says {other.printed}

-- a kind of unit counted several times is compared only where the first count is the sum of the others; who is managed as civil servants is counted with either kind
with counted as (
    select report_id, section, claim_id, amount, place, if(label in ('行政单位', '事业单位'), label, '参公') as label
    from checks.prose_claim
    where section in ('three_public', 'units') and subject = 'units' and role = 'count' and (label in ('行政单位', '事业单位') or label[:2] in ('参公', '参照'))
),
kind as (
    select *, sum(if(label = '行政单位', 0, amount)) over (partition by report_id, section) as institutions,
        count(*) over (partition by report_id, section, label) as times, bool_or(label = '参公') over (partition by report_id, section) as with_others
    from counted
),
clear as (
    select * from kind
    where label = '事业单位' and 2 * amount = institutions or times = 1 and not with_others
    qualify row_number() over (partition by report_id, section, label order by place) = 1
)
select report_id, label as instance, null as code, if(section = 'units', 'part', 'total') as side, 1 as weight, claim_id as amount_id, amount as value_yuan, 0 as half_step_yuan
from clear
where label != '参公'
