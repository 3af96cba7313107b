-- The name of a unit without what says that it stands for itself (本级) or for all its units (汇总), and without 中共 before a party
-- committee, which one document writes and the next leaves out: 中共江苏省委办公厅, 江苏省委办公厅.
create or replace macro bare_unit(name) as regexp_replace(
    regexp_replace(name, '[（(](汇总|本级|机关本级|机关|本部)[)）]$|(机关)?本级$', ''), '^中共(.{2,14}[省市区县州盟旗]委)', '\1'
);
-- Whether a report of a name and level is of one unit alone: a 单位, or the 本级 of a department.
create or replace macro is_one_unit(name, level) as coalesce(level = '单位', false) or regexp_matches(name, '本级[)）]?$');
-- Key of a unit: its name and its level. A 单位 of a department's name is the department's 本级, however that is written.
create or replace macro unit_key(name, level) as md5(bare_unit(name) || if(is_one_unit(name, level), '（本级）', ''))[:16];

-- whether a name is nothing but the word for a department's own accounts: 局本级
create or replace macro is_bare_own(name) as regexp_full_match(name, '[局委厅部办会院署社]?(机关)?本级');
