from share_of(['government_fund'], 'government_fund')
union all
from share_of(['state_capital'], 'state_capital')
