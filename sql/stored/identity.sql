-- 勾稽关系编号，存放形式 / Identities as the rows of stored tables name them: by number.
-- identity: number
-- identity_id: identity
select identity, identity_id
from identity_number
order by identity
