-- Question sets that people keep for a posting and a plan. Every version stays; the last one counts.
create table question_sets (
  posting_id text not null,
  plan_id text not null,
  version integer not null,
  -- The set as JSON; null: what is composed counts again.
  question_set jsonb,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (posting_id, plan_id, version)
);
