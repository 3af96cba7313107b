-- zh: “三公”经费总额的决算、预算应当与表一致，完成率与增减额应当由其算出
-- en: Prose: the three public expenses must equal T7, rates and changes must follow from them
-- name: three_public_equal_T7
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
-- fault_zh: {claim.says_zh}，而“三公”经费决算表是空的
-- fault_en: {claim.says_en}, while the form of the three public expenses is blank
with said_of_blank as (
    select claim.report_id, 'blank ' || claim.place as instance, 1 as stated, 0 as expected, sentence.printed as note, sentence.page,
        map {'claim_id': claim.claim_id} as particulars
    from checks.prose_claim as claim
    join checks.form_status as status on status.report_id = claim.report_id and status.form = 'T7' and status.status = 'empty'
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section = 'three_public' and claim.subject = 'three_public' and claim.role in ('value', 'budget') and claim.amount > 0
)
from claims_and_cells('three_public', 'T7')
where contains(instance, '_total')
union all by name
from budget_change(['three_public'])
union all by name
from two_terms('said_of_blank')
