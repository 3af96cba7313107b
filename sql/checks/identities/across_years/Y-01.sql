from this_year('total', 1, 'T1', 'opening', 'amount')
union all from last_year('part', 1, 'T1', 'closing', 'amount')
union all
select report_id, '', null, 'part', sign, claim_id, amount, half
from checks.adjustment
where report_id in (select report_id from checks.neighbour where relation = 'prior_year')
