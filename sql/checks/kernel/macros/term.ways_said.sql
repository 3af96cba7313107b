-- Macros for the ways that changes are said to go, up, down or nowhere, where two of them are held against each other.

-- the ways of a change, with the words for a change (moved) and for a rate (grown)
create or replace macro ways() as table
with way(direction, sign, moved_zh, grown_zh, moved_en, grown_en) as (
    values ('up', 1, '增加', '增长', 'an increase', 'a growth'), ('down', -1, '减少', '下降', 'a decrease', 'a decline')
)
from way;

-- of a table or CTE of pairs of ways (-1, 0, 1; expected: said first, stated: later), named in quotes: with the words for both
create or replace macro ways_in_words(pairs) as table
select *, map {
        'first_zh': ['减少', '持平', '增加'][expected + 2], 'later_zh': ['减少', '持平', '增加'][stated + 2],
        'first_en': ['less', 'as much', 'more'][expected + 2], 'later_en': ['less', 'as much', 'more'][stated + 2]
    } as particulars
from query_table(pairs);

-- of a table or CTE of comparisons, named in quotes (report_id, subject, base, place, claim_id; sign: null where it says neither): each
-- against the first one of its subject and base
create or replace macro compared_again(said) as table
with first_said as (
    from query_table(said)
    qualify row_number() over (partition by report_id, subject, base order by place) = 1
),
paired as (
    select
        again.report_id, concat_ws(' ', again.subject, again.place) as instance, again.claim_id as stated_id, again.sign as stated,
        first_said.claim_id as expected_id, first_said.sign as expected
    from query_table(said) as again
    join first_said using (report_id, subject, base)
    where again.place > first_said.place and again.sign is not null and first_said.sign is not null
)
from ways_in_words('paired');

-- of a table or CTE of claims, named in quotes: the word of a reason (减少的主要原因是) against the change or rate right before it, of the
-- same thing, in its sentence or the one before
create or replace macro reasons_beside_changes(said) as table
with paired as (
    select word.report_id, word.subject, word.place, word.code, word.claim_id as stated_id, later.sign as stated, change.claim_id as expected_id, earlier.sign as expected
    from query_table(said) as word
    join query_table(said) as change
        on change.report_id = word.report_id and change.section = word.section and change.subject = word.subject and change.code is not distinct from word.code
        and change.base = word.base and change.sentence between word.sentence - 1 and word.sentence and change.place < word.place
    join ways() as later on later.direction = word.direction
    join ways() as earlier on earlier.direction = change.direction
    where word.section != 'three_public' and word.role = 'direction' and change.role in ('change', 'growth') and change.amount != 0
    qualify row_number() over (partition by word.claim_id order by change.place desc) = 1
)
from ways_in_words('paired');
