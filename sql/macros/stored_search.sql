-- Macros of the search in a file (sql/desk/hits.sql). asked: what is typed: word; is_named: whether any report's name has it; forms: forms whose names
-- have it; number: the number it is. named, holding: a bit for each report, whether its name has the word, whether it prints the number.

-- Whether a word stands with a figure: in its row, its column, the name of its form, the name or year of its report; at the beginning of its code;
-- or is the number itself. True for no word.
create or replace macro stands_by(asked, named, holding, report, label, heading, code, form, value) as
    asked.word is null or contains(label, asked.word::varchar) or contains(heading, asked.word::varchar) or starts_with(code, asked.word::varchar)
    or list_contains(asked.forms::varchar[], form) or (asked.is_named and get_bit(named, report) = 1)
    or if(asked.number is not null and get_bit(holding, report) = 1, value = asked.number::decimal(24, 6), false);

-- Whether a figure as it lies in the file is one of three amounts or the plain number (is_near.sql), the ranges first.
create or replace macro is_amount_in(is_own, own_value, own_yuan, own_half_yuan, text, decimals, counted_in, ranges, plain) as case
    when is_within(if(is_own, own_yuan, in_yuan(text, counted_in)), ranges, plain) then is_amount(
        if(is_own, own_yuan, in_yuan(text, counted_in)), if(is_own, own_value, number_of(text)),
        if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)), ranges, plain
    )
end;
