-- Cases for which nothing fits: since when, what would help, and when they are looked at again. One row each time it begins.
create table searches (
  id text primary key,
  case_id text not null references cases (id),
  since timestamptz not null,
  -- Null: nothing fits still.
  ended_at timestamptz,
  -- Who and what blocks, what would help, whose calendars were read. Names of colleagues, nothing of the candidate.
  no_fit jsonb not null,
  -- What was asked for beside the plan.
  wishes jsonb not null,
  looks integer not null default 0,
  looked_at timestamptz not null,
  -- Null: it is not looked at by itself any more.
  next_look_at timestamptz,
  -- The versions of these calendars together, when they were read last.
  calendars bigint not null,
  alert_at timestamptz not null,
  alerted_at timestamptz
);
create unique index searches_open on searches (case_id) where ended_at is null;
