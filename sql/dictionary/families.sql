-- 勾稽关系的各类及条数，一行文字 / The families of identities and how many each has, as one line of text.
-- families: family, its name and its number, those of one family parted by spaces
select string_agg(family || ' ' || zh || ' ' || times, ' · ' order by family) as families
from (select family, count(*) as times from reference.identity group by family)
join reference.word on domain = 'family' and key = family
