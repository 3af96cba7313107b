-- 作比较的陈述 / Claims that compare: with last year or the budget, in a number or in a word, with what else their sentence says.
-- report_id: report
-- claim_id: claim (reading.claim)
-- place: its order in the report, the end of its key
-- statement: claims of one subject said in one go share a number
-- sentence: its sentence
-- section: section of the report
-- subject: what it is about
-- code: functional or economic code
-- role: prior, budget, completion, change, growth or direction
-- against: what is compared with: prior_year or budget
-- printed: number with its unit, or the comparing word, as printed
-- named: what it is about in words; null where nothing names it
-- claims: all claims of the sentence that are no part of a reason, with their place and what is printed
with claim as (
    select *, text || counted_in as printed, split_part(claim_id, '-', 3) as place
    from reading.claim
    where sentence is not null and subject != 'reason' and report_id in (select report_id from star.dim_report where is_current)
),
said as (
    select report_id, sentence, list({'place': place, 'printed': printed} order by place) as claims
    from claim
    group by report_id, sentence
)
select
    claim.report_id, claim.claim_id, claim.place, claim.statement, claim.sentence, claim.section, claim.subject, claim.code, claim.role,
    if(claim.role = 'prior' or claim.base = 'prior_year', 'prior_year', 'budget') as against, claim.printed,
    coalesce(nullif(claim.label, ''), word.zh) as named, said.claims
from claim
join said using (report_id, sentence)
left join reference.word as word on word.domain = 'subject' and word.key = claim.subject
where (len(claim.doubts) = 0 or claim.direction = 'unresolved')
    and (claim.role in ('prior', 'budget', 'completion') or (claim.role in ('change', 'growth', 'direction') and claim.base != ''))
