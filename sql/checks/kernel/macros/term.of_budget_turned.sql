-- Macro of changes that the prose of a budget says the wrong way round

-- changes of the right amount in the wrong direction: 2024年 X，比2023年 Y 增加 Y－X. The words are wrong, no number is: PN-23 says so
create or replace macro budget_turned() as table
select said.change_id
from checks.budget_change as said
where said.prior_id is not null and abs(said.amount - said.prior) > said.half + said.prior_half and sign(said.amount - said.prior) = -said.sign
    and abs(abs(said.amount - said.prior) - said.change) <= said.half + said.prior_half + said.change_half;
