-- 各法定表与依据它的勾稽关系 / The forms, and the identities that are judged on each.
-- form: key of the form
-- name_zh: name
-- identities: ids with a space between, empty where there is none
select form.form, name_zh, coalesce(string_agg(identity_id, ' ' order by identity_id), '') as identities
from reference.form
left join reference.identity on list_contains(list_concat(needs, may_be_empty, any_of), form.form)
group by all
order by all
