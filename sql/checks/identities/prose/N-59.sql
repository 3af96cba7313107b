-- zh: “三公”经费的团组、人次、批次、购置与保有车辆，说明与机构运行信息表应当一致
-- en: Prose: groups, batches, persons and vehicles must be as the form of the three public expenses counts them
-- name: counts_equal_T7
-- tolerance: SAME
-- severity: error
-- silent: nothing printed to compare with
-- why: 同一事实印两处
with claimed as ( -- said twice and not alike, the lesser may be a part
    select
        report_id, claim_id, place, subject as item, amount,
        min(amount) over (partition by report_id, section, subject) = max(amount) over (partition by report_id, section, subject) as is_alike
    from checks.prose_claim
    where role = 'count' and (section = 'three_public' or section = 'assets' and subject = 'cars')
    qualify row_number() over (partition by report_id, section, subject order by amount desc, place) = 1
),
met as ( -- 国内 and 国（境）外接待 may be said as one
    select claimed.report_id, claimed.item || ' ' || claimed.place as instance, claimed.claim_id as stated_id, claimed.amount as stated, printed.amount_id as expected_id, printed.count as expected
    from claimed
    join checks.printed_count as printed on printed.report_id = claimed.report_id and printed.item = claimed.item
    where (claimed.is_alike or claimed.amount > printed.count) and claimed.item in (
        'abroad_groups', 'abroad_persons', 'vehicles_purchased', 'vehicle_stock', 'reception_batches', 'reception_persons', 'cars'
    ) and not (starts_with(claimed.item, 'reception') and claimed.report_id in (
        select report_id from checks.printed_count where item like 'reception_overseas%' and count > 0
    ))
)
from two_terms('met')
