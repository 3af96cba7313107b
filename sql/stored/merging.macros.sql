-- Macros of one connection: numbers of a lot after those of the lots before it, of which there are so many.

-- the number of a report
create or replace temp macro report_after(report, before) as (report + before)::integer;

-- the number of a printed amount or claim
create or replace temp macro number_after(number, before) as (number + before)::integer;

-- several of them
create or replace temp macro numbers_after(numbers, before) as list_transform(numbers, lambda number: (number + before)::integer);

-- the terms of an instance that are told in full
create or replace temp macro terms_after(others, before) as list_transform(others, lambda other: {
    'is_total': other.is_total, 'weight': other.weight, 'number': (other.number + before)::integer, 'own_id': other.own_id, 'is_own': other.is_own,
    'value_yuan': other.value_yuan, 'half_step_yuan': other.half_step_yuan
});
