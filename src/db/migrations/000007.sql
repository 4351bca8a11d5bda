-- How often an event was begun without coming to an end: a worker died of it, or with it.
alter table inbox add column begun integer not null default 0;
alter table inbox add column begun_at timestamptz;
