-- Macros for what the prose says (family N): claims against the tables, against one another.

-- claims of a section that speak of a cell of form f, each against that cell; an item said several times (once for each
-- unit) is WX-02's
create or replace macro told_cell(s, f) as table
with told as (
    select told.*, cell.form, cell.panel, coalesce(cell.line, '') as line, coalesce(cell.code, '') as cell_code, cell.column_key
    from checks.told as told
    join reading.claim_cell as cell on cell.report_id = told.report_id and cell.claim_id = told.claim_id
    where told.section = s and cell.form = f
    qualify told.subject != 'function' or count(*) over (partition by told.report_id, told.section, told.subject, cell.code, cell.column_key) = 1
)
select
    report_id, concat_ws(' ', form, nullif(cell_code, ''), nullif(line, ''), column_key, place) as instance, nullif(cell_code, '') as code,
    'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_ulp_yuan
from told
union all
select
    told.report_id, concat_ws(' ', told.form, nullif(told.cell_code, ''), nullif(told.line, ''), told.column_key, told.place), nullif(told.cell_code, ''),
    'part', 1, cell.amount_id, cell.value_yuan, cell.half_ulp_yuan
from told
join checks.cell as cell
    on cell.report_id = told.report_id and cell.form = told.form and cell.column_key = told.column_key
    and not cell.is_repeat and not cell.is_within and coalesce(cell.code, '') = told.cell_code
    and (told.cell_code != '' or coalesce(cell.line, '') = told.line) and coalesce(told.panel, '') in ('', cell.panel);

-- shares of a section whose amounts together are its total: they add up to 100
create or replace macro shares(s, subjects, whole) as table
with share as (
    select share.*, value.amount as part, value.half as part_half
    from checks.told as share
    join checks.told as value
        on value.report_id = share.report_id and value.statement = share.statement and value.subject = share.subject and value.role = 'value'
    where share.section = s and share.role = 'share' and list_contains(subjects, share.subject)
        and list_contains(whole, coalesce(nullif(share.base, 'unstated'), whole[1]))
    qualify row_number() over (partition by share.claim_id order by value.place) = 1
),
complete as (
    select share.report_id, share.base
    from share
    join checks.told as total on total.report_id = share.report_id and total.role = 'value' and list_contains(whole, total.subject)
    group by share.report_id, share.base, total.claim_id, total.amount, total.half
    having count(*) > 1 and count(*) = count(distinct concat_ws(' ', share.subject, share.code, share.label))
        and abs(sum(share.part) - total.amount) <= sum(share.part_half) + total.half
)
select report_id, '占' || base as instance, null::varchar as code, 'part' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_ulp_yuan
from share
semi join complete using (report_id, base)
union all
select distinct report_id, '占' || base, null, 'total', 1, null, 100.0000, 0.000000
from complete;
