-- zh: “三公”经费说明为0的各项，表中应当列0而不留空
-- en: Prose: where one of the three public expenses is said to be 0, its cell of T7 must not be blank
-- name: no_blank_cell_where_zero_is_said
-- tolerance: INT
-- severity: info
-- any_of: T7
-- why: 空白可能是漏填；没有发生应列0
-- fault_zh: 第{page}页“三公”经费决算表“{heading}”为空白，而{claim.says_zh}
-- fault_en: page {page}: “{heading}” is blank in the form of the three public expenses, while {claim.says_en}

-- not in a report that leaves every zero of its filled forms blank
with zero as (
    select claim.report_id, claim.claim_id, place.column_key, claim.place
    from checks.prose_claim as claim
    join reading.claim_cell as place on place.report_id = claim.report_id and place.claim_id = claim.claim_id and place.form = 'T7'
    where claim.section = 'three_public' and claim.amount = 0 and claim.report_id in (
        select report_id from reading.amount as amount join reading.form as form using (report_id, form) where amount.value_yuan = 0 and form.form like 'T%' and form.status = 'filled'
    ) and place.column_key in (
        'final_total', 'final_abroad', 'final_vehicles', 'final_purchase', 'final_running', 'final_reception'
    )
    qualify row_number() over (partition by claim.report_id, place.column_key order by claim.place) = 1
),
cell as (
    select zero.report_id, zero.column_key as instance, zero.claim_id as stated_id, coalesce(amount.mark, 'blank') = 'blank' as stated, 0 as expected,
        coalesce(amount.heading, '') as heading, amount.page
    from zero
    join reading.form as form on form.report_id = zero.report_id and form.form = 'T7' and form.status = 'filled' -- a form blank as a whole is S-10's
    join reading.amount as amount
        on amount.report_id = zero.report_id and amount.form = 'T7' and amount.column_key = zero.column_key and not amount.is_held
),
blank as (
    select report_id, instance, stated, expected, 'T7 ' || heading as note, page, map {'heading': replace(replace(heading, '“', '‘'), '”', '’'), 'claim_id': stated_id} as particulars from cell
)
from two_terms('blank')
