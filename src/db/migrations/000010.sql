-- How far each of Lever's lists of changes was read: what no webhook told is found there.
create table lever_watermarks (
  list text primary key check (list in ('updated', 'advanced', 'archived', 'deleted')),
  -- Nothing before it is looked at: what was there when we came stays as it was.
  begun_at timestamptz not null,
  read_until timestamptz not null,
  claimed_until timestamptz
);
