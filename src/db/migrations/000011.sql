-- One row for each time that our books were held against the world.
create table reconciliations (
  id text primary key,
  seq integer not null generated always as identity,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  to_check integer not null,
  checked integer not null default 0,
  repaired integer not null default 0,
  reported integer not null default 0,
  -- Codes and ids, never texts.
  findings jsonb not null default '[]',
  -- In the database's own time: how long until more may be put into the inbox.
  paced_at timestamptz,
  correlation_id text not null
);
create unique index reconciliations_in_order on reconciliations (seq);
create unique index reconciliations_one_open on reconciliations ((true)) where finished_at is null;

-- What one of them still has to look at, and what it found so far; gone when it is finished.
create table reconciliation_checks (
  reconciliation_id text not null references reconciliations (id) on delete cascade,
  opportunity_id text not null,
  case_ids text[] not null,
  event_id text references inbox (id) on delete set null,
  findings jsonb,
  primary key (reconciliation_id, opportunity_id)
);
