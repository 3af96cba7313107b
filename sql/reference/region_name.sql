-- 区划全称：省市县名称的各种连写 / Region names as units write them: 省+市+县, 省+县, 市+县, each alone where unambiguous.
-- code: GB/T 2260 code
-- name: name of the region
-- full_name: one way to write it
-- last_year: last year the code was in force; null if it is
with division as (select * from reference.administrative_divisions),
written as (
    select child.code, child.name, parent.name || child.name as full_name, child.last_year
    from division as child
    join division as parent on parent.code = child.parent_code and parent.last_year is null
    union all
    select child.code, child.name, top.name || parent.name || child.name, child.last_year
    from division as child
    join division as parent on parent.code = child.parent_code and parent.last_year is null
    join division as top on top.code = parent.parent_code and top.last_year is null
    union all
    select child.code, child.name, top.name || child.name, child.last_year
    from division as child
    join division as parent on parent.code = child.parent_code and parent.last_year is null
    join division as top on top.code = parent.parent_code and top.last_year is null
    union all
    select code, name, name, last_year
    from division
    qualify count(*) over (partition by name) = 1 and len(name) > 2
)
select distinct code, name, full_name, last_year from written
