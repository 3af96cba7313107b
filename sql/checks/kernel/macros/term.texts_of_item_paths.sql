-- Macro for items of the prose that are told below a group (款) which is not theirs.

-- 公共安全支出（类）司法（款）其他公共安全支出（项）: the group as printed has none of the names that the code's group ever had; the class agrees, so that
-- the item is the one that is meant
create or replace macro items_below_other_groups() as table
with spelled as (
    select
        report_id, sentence,
        unnest(regexp_extract_all(text, '[^()“”、。,;:0-9.]+[”"]?\((?:\d+)?类\)[”"]?[^()]+\((?:\d+)?款\)[”"]?[^()]+\((?:\d+)?项\)')) as path
    from reading.sentence
    where contains(text, '款)')
    qualify count(*) over (partition by report_id, sentence) = 1
),
parts as (
    select *, regexp_extract(path, '^([^()]+?)[”"]?\(\d*类\)[”"]?([^()]+?)[”"]?\(\d*款\)[”"]?([^()]+?)[”"]?\(\d*项\)$', ['class', 'group', 'item']) as part
    from spelled
),
called as (
    select distinct function_code as code, function_name as name, regexp_replace(regexp_replace(function_name, '[（）()、与和]', '', 'g'), '支出$', '') as bare, valid_from, valid_to
    from star.dim_function
    where len(function_code) in (3, 5)
),
item as ( -- its amount stands in the sentence that names it, or in one of the two behind
    select claim.report_id, claim.claim_id, claim.code, parts.part
    from checks.prose_claim as claim
    join parts on parts.report_id = claim.report_id and parts.part.item = claim.label and claim.sentence between parts.sentence and parts.sentence + 2
    where claim.subject = 'function' and claim.role = 'value' and len(claim.code) = 7
    qualify row_number() over (partition by claim.report_id, claim.claim_id order by parts.sentence desc) = 1
)
select item.report_id, item.claim_id, any_value(item.part.group) as wrong_group, any_value(item.part.item) as wrong_item, max_by(own.name, own.valid_from) as right_group
from item
join called as class on class.code = item.code[:3] and class.bare = regexp_replace(regexp_replace(item.part.class, '[()、与和]', '', 'g'), '支出$', '')
join called as own on own.code = item.code[:5]
group by item.report_id, item.claim_id
having not bool_or(own.bare = regexp_replace(regexp_replace(item.part.group, '[()、与和]', '', 'g'), '支出$', ''));
