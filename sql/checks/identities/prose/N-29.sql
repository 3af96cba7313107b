-- zh: 机构设置与“三公”经费说明中的单位数应当一致
-- en: Prose: units counted in two places must be the same
-- name: units_are_counted_alike
-- tolerance: INT
-- severity: warning
-- silent: nothing printed to compare with
-- why: 同一事实
-- fault_zh: {amount.at_zh} {amount.name}为{amount.printed}，{other.at_zh} {other.name}为{other.printed}
-- fault_en: {amount.at_en}, {amount.name}, says {amount.printed}; {other.at_en}, {other.name}, says {other.printed}
select * exclude (label) replace (label as instance) from (
    select report_id, '' as instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, 0 as half_step_yuan, label
    from checks.prose_claim where section = 'three_public' and subject = 'units' and role = 'count' and label in ('行政单位', '事业单位')
    qualify row_number() over (partition by report_id, label order by place) = 1
    union all
    select report_id, '', null, 'part', 1, claim_id, amount, 0, label
    from checks.prose_claim where section = 'units' and subject = 'units' and role = 'count' and label in ('行政单位', '事业单位')
    qualify row_number() over (partition by report_id, label order by place) = 1
)
