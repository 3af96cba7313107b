-- zh: 编制说明中单位的各项支出分列时，应当与概述该单位的一句一致
-- en: Prose of a budget: what is told of a unit item by item must equal what the sentence about the whole unit says
-- name: unit_said_twice_alike
-- tolerance: SAME
-- severity: error
-- why: 同一事实说两处
select * exclude (subject, label, unit_label) from budget_units_said('again')
