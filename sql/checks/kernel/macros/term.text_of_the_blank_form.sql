-- Macro for what is left of the blank form in the text of a final account or a budget (of_kind).

-- literal first: a pattern out of a table is compiled anew for every row it is tried on
create or replace macro words_of_the_blank_form(of_kind) as table
with residue as (
    select
        sentence.report_id, sentence.sentence, sentence.printed,
        min(page_at(sentence.pieces, strpos(sentence.text, pattern.literal), sentence.page)) as page
    from reading.sentence as sentence
    join reference.residue as pattern on contains(sentence.text, pattern.literal) and regexp_matches(sentence.text, pattern.pattern)
    group by sentence.report_id, sentence.sentence, sentence.printed
),
kept as (
    select
        report.report_id, coalesce('s' || residue.sentence, '') as instance, residue.sentence is not null as stated, 0 as expected,
        residue.printed as note, residue.page
    from star.disclosure as report
    left join residue on residue.report_id = report.report_id
    where report.is_current and report.kind = of_kind
)
from two_terms('kept');
