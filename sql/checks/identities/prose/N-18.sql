-- zh: 授予中小企业的金额应当不大于采购总额，授予、预留小微的应当不大于中小的，占比应当为其商
-- en: Prose: awards to small firms must be within procurement, what is awarded to or reserved for micro firms within that of small firms, shares must be quotients
-- name: awards_within_procurement
-- tolerance: INEQ
-- severity: error
-- silent: nothing printed to compare with
-- why: 部分不大于整体
select * replace ('中小企业' as instance) from claim_side('total', 1, ['procurement'], ['procurement_sme'], 'value')
union all
select * replace ('中小企业' as instance) from claim_side('part', 1, ['procurement'], ['procurement'], 'value')
union all
select * replace ('小微企业' as instance) from claim_side('total', 1, ['procurement'], ['procurement_micro'], 'value')
union all
select * replace ('小微企业' as instance) from claim_side('part', 1, ['procurement'], ['procurement_sme'], 'value')
union all
select * replace ('中标' as instance) from claim_side('total', 1, ['procurement'], ['won_sme_reserved', 'won_sme_other'], 'value')
union all
select * replace ('中标' as instance) from claim_side('part', 1, ['procurement'], ['procurement'], 'value')
union all
select * replace ('预留' as instance) from claim_side('total', 1, ['procurement'], ['reserved_micro'], 'value')
union all
select * replace ('预留' as instance) from claim_side('part', 1, ['procurement'], ['reserved_sme'], 'value')
