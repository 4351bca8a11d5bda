-- Interview plans that people write in the dashboard. Every version stays; the last one of a plan counts.
create table plan_versions (
  plan_id text not null,
  version integer not null,
  -- on: applies, before a file's plan of this id. off: no plan of this id applies. removed: a file's applies again.
  state text not null check (state in ('on', 'off', 'removed')),
  source text not null,
  restored_from integer,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (plan_id, version)
);
