-- 年初结转结余的调整 / Corrections of the opening balance that the prose names, each once.
-- report_id: report
-- claim_id: claim (reading.claim)
-- label: the correction as named (会计差错更正, 收回以前年度支出, 归集 …)
-- sign: -1 for what is taken away (归集调出, 归集上缴), else 1
-- amount: its amount in 元, unsigned
-- half: half a unit of its last printed decimal
select report_id, claim_id, label, if(regexp_matches(label, '调出|上缴|缴回'), -1, 1) as sign, amount, half
from checks.prose_claim
where subject = 'opening_adjustment' and role = 'value'
qualify row_number() over (partition by report_id, label, amount order by place) = 1
