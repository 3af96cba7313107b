-- zh: “三公”经费说明的公务接待费应当等于其国内、国（境）外各部分之和，公务用车的数量与购置费应当等于所列各车型之和，运行维护费应当等于所列加油、维修、保险、其他之和，各项应当等于所列三种资金之和
-- en: Prose: reception must be the sum of its parts at home and abroad, vehicles and their cost the sum of the types named, their running the sum of fuel, repair, insurance and the rest, each item the sum of the three funds
-- name: parts_of_three_public_add_up
-- tolerance: SUM
-- severity: error
-- why: 部分之和等于整体
-- silent: parts are not all printed

-- foreign guests at home (外事接待) are a part of 国内接待, or stand beside 其他国内接待: told apart where there are none, by 其他, or where they are told before it
with said as (
    select claim.*, contains(sentence.text, '其他国内') as is_rest, regexp_matches(sentence.text, '\(含外[宾事]') as is_all -- 国内公务接待支出X万元（含外宾接待支出Y万元）
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section = 'three_public' and claim.role = 'value' and claim.subject in ('reception', 'reception_domestic', 'reception_foreign', 'reception_overseas')
        and not (claim.subject = 'reception_foreign' and regexp_matches(sentence.text, '\(含外[宾事]'))
    qualify count(distinct claim.amount) over (partition by claim.report_id, claim.subject) = 1
        and row_number() over (partition by claim.report_id, claim.subject order by claim.place) = 1
),
parted as (
    select report_id
    from said
    group by report_id
    having count(*) filter (subject = 'reception') = 1 and count(*) filter (subject = 'reception_domestic') = 1
        -- 国内公务接待支出 alone is all there is, or at most that
        and (count(*) > 2 or bool_or(subject = 'reception_domestic' and is_all) or max(amount) filter (subject = 'reception_domestic') >= max(amount) filter (subject = 'reception'))
        and (bool_or(subject = 'reception_domestic' and is_rest) or min(place) filter (subject = 'reception_foreign') < min(place) filter (subject = 'reception_domestic')
            or coalesce(sum(amount) filter (subject = 'reception_foreign'), 0) = 0)
),
-- 共有公务用车6辆，其中：轿车3辆、越野车1辆、载客汽车2辆 (四川): the three types are all there are; 加油、维修、保险、其他 (北京): the four parts of 运行维护费; X万元（其中：一般公共预算…；政府性基金预算…；国有资本经营预算…） (江苏)
typed as (
    select report_id, sentence, role, subject, min(place) as first
    from checks.prose_claim
    where section in ('three_public', 'running_costs') and role in ('count', 'value', 'budget')
        and (subject = 'expense_of_fund' or subject = 'cars_kind' and label in ('轿车', '越野车', '载客汽车') or subject = 'running_part' and regexp_matches(label, '^公务用车(加油|维修|保险|其)'))
    group by report_id, sentence, role, subject
    having count(*) = count(distinct label) and count(*) = if(subject = 'running_part', 4, 3)
),
types as (
    select claim.*
    from checks.prose_claim as claim
    semi join typed using (report_id, sentence, role, subject)
),
whole as (
    select typed.*, claim.claim_id, claim.amount, claim.half
    from typed
    join checks.prose_claim as claim
        on claim.report_id = typed.report_id and claim.section in ('three_public', 'running_costs') and claim.role = typed.role and claim.place < typed.first
        and (typed.role = 'count' and claim.subject in ('vehicle_stock', 'vehicles_purchased') and claim.sentence = typed.sentence
            or typed.subject = 'expense_of_fund' and claim.subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception', 'conference', 'training', 'running_costs') and claim.sentence = typed.sentence
            or typed.role = 'value' and claim.subject = map_extract_value(map {'cars_kind': 'purchase', 'running_part': 'running'}, typed.subject) and claim.sentence <= typed.sentence)
    qualify row_number() over (partition by typed.report_id, typed.sentence, typed.role order by claim.place desc) = 1
)
select report_id, '接待' as instance, null as code, if(subject = 'reception', 'total', 'part') as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from said
semi join parted using (report_id)
union all
select report_id, concat_ws(' ', '车型', role, sentence), null, 'total', 1, claim_id, amount, half from whole
union all
select report_id, concat_ws(' ', '车型', role, sentence), null, 'part', 1, claim_id, amount, half from types
semi join whole using (report_id, sentence, role)
