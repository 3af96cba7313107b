-- The name of a project (项目名称) as it is compared with another: without 项目 at its end, without signs and blanks.
create or replace macro project_name(label) as regexp_replace(regexp_replace(label, '项目$', ''), '[^一-龥A-Za-z0-9]', '', 'g');
