-- Macro for identities of words: the page on which a place of a sentence is printed; a sentence may begin on the page before.

-- pieces: of reading.sentence; place: from 1, within its normalised text; page: that on which it begins
create or replace macro page_at(pieces, place, page) as coalesce(list_filter(pieces, lambda piece: piece.first < place)[-1].page, page);
