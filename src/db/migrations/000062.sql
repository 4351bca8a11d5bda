-- When what policy lets through after a pause is done by itself, unless somebody stops it before.
alter table proposals add column performs_at timestamptz;
create index proposals_pausing on proposals (performs_at) where status = 'waiting' and performs_at is not null;
