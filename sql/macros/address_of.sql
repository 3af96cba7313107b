-- Where the desk shows a figure, or a report, by its id: the permalink. The variable `desk` says where the desk stands (`set variable desk = 'https://…'`).
create or replace macro address_of(id) as coalesce(getvariable('desk'), 'http://127.0.0.1:3002') || if(contains(id, '-'), '/figure/' || id, '/report/' || id[:16]);
