-- Whether a cell shows a number, a clean one or a doubtful one (3.5.4), by its mark: not a blank, a dash or words.
create or replace macro shows_number(mark) as mark in ('number', 'doubtful');
