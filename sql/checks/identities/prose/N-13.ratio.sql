from share_of(['three_public'], 'three_public')
union all
-- 公务接待费支出占“三公”经费的 P% (江苏): a share whose amount is not said beside it is that of the form
select
    share.report_id, share.place, share.code, 100, share.amount, share.half, part.value_yuan, part.half_step_yuan, whole.value_yuan, whole.half_step_yuan,
    [share.claim_id, part.amount_id, whole.amount_id]
from checks.prose_claim as share
join checks.public_expense as part on part.report_id = share.report_id and part.item = share.subject and part.phase = 'final'
join checks.public_expense as whole on whole.report_id = share.report_id and whole.item = 'total' and whole.phase = 'final'
where share.section = 'three_public' and share.role = 'share' and share.subject in ('abroad', 'vehicles', 'purchase', 'running', 'reception')
    and (share.base = 'three_public' or share.subject in ('abroad', 'vehicles', 'reception'))
    and not exists (
        from checks.prose_claim as said
        where said.report_id = share.report_id and said.statement = share.statement and said.subject = share.subject and said.role = 'value' and said.place < share.place
    )
qualify row_number() over (partition by share.claim_id order by part.row, whole.row) = 1
union all
from share_of_listed_amounts('three_public')
