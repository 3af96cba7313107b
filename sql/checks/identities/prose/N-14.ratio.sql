-- zh: “三公”经费的车均、人均应当等于金额÷数量
-- en: Prose: a mean per vehicle or guest must be the amount over the count
-- name: means_are_amount_over_count
-- tolerance: MEAN
-- severity: warning
-- silent: nothing printed to compare with
-- why: 均值的定义
select
    mean.report_id, mean.place as instance, null as code, 1 as factor, mean.amount as stated, mean.half as stated_half, part.amount as part, part.half as part_half,
    whole.amount as whole, 0 as whole_half, [mean.claim_id, part.claim_id, whole.claim_id] as amount_ids
from checks.prose_claim as mean
join checks.prose_claim as part
    on part.report_id = mean.report_id and part.section = mean.section and part.role = 'value'
    and (part.subject = mean.subject or part.subject = 'reception' and mean.subject in ('reception_domestic', 'reception_per_batch'))
join checks.prose_claim as whole
    on whole.report_id = mean.report_id and whole.section = mean.section and whole.role = 'count'
    and whole.subject = map_extract_value(map {'abroad': 'abroad_persons', 'running': 'vehicle_stock', 'purchase': 'vehicles_purchased', 'reception': 'reception_persons', 'reception_domestic': 'reception_persons', 'reception_per_batch': 'reception_batches'}, mean.subject)
where mean.role = 'mean' and mean.section = 'three_public' and not (whole.amount = 0 and mean.amount = 0)
    and (mean.subject != 'abroad' or mean.claim_id in ( -- of money, for all that went: 人均停留5天; 其中A团组2人 …，B团组3人
        select trip.claim_id
        from reading.claim as trip
        join checks.prose_claim as went on went.report_id = trip.report_id and went.section = trip.section and went.subject = 'abroad_persons' and went.role = 'count'
        where trip.subject = 'abroad' and trip.role = 'mean' and trip.value_yuan is not null
        group by trip.claim_id
        having count(distinct went.amount) = 1
    ))
qualify row_number() over (partition by mean.claim_id order by part.subject = mean.subject desc, part.place desc, whole.place desc) = 1
