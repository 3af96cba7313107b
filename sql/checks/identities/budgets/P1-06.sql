-- zh: 收支预算总表的财政拨款收入应当等于一般公共预算＋政府性基金＋国有资本经营预算，单位资金、上年结转应当等于其下所列各项之和
-- en: P1: fiscal appropriation must equal its three funds, other funds and what comes from the year before the parts listed below them
-- name: P1_fiscal_is_its_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 财政拨款、单位资金与上年结转的构成
from budget_income_parts('P1')
