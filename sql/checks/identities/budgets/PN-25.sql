-- zh: 编制说明中的“三公”经费应当等于因公出国（境）、公务用车、公务接待各项之和，公务用车购置及运行费应当等于购置费、运行费之和
-- en: Prose of a budget: the three public expenses must equal the sum of abroad, vehicles and reception, and vehicles that of purchase and running
-- name: three_public_said_is_the_sum_of_its_parts
-- tolerance: SUM
-- severity: error
-- why: “三公”经费的构成
with said as ( -- told once, or always alike
    select *
    from budget_claims()
    where section = 'three_public' and subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'vehicles_part', 'reception')
    qualify min(value_yuan) over (partition by report_id, subject, label) = max(value_yuan) over (partition by report_id, subject, label)
        and row_number() over (partition by report_id, subject, label order by place) = 1
),
told as (
    select report_id, list(subject) as subjects from said group by report_id
)
select report_id, '公务用车' as instance, null as code, if(subject = 'vehicles', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from said
join told using (report_id)
where list_has_all(subjects, ['vehicles', 'purchase', 'running']) and subject in ('vehicles', 'purchase', 'running', 'vehicles_part')
union all
select report_id, '', null, if(subject = 'three_public', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from said
join told using (report_id)
where list_has_all(subjects, ['three_public', 'abroad', 'reception']) and if(
    list_contains(subjects, 'vehicles'), subject not in ('purchase', 'running', 'vehicles_part'), list_has_all(subjects, ['purchase', 'running'])
)
