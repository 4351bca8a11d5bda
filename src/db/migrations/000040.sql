-- How likely the candidate of an interview to come stays away, for coordinators alone: deleted once it has begun. `reasons`: in words.
create table no_show_risks (
  case_id text not null,
  session_id text not null,
  starts_at timestamptz not null,
  risk double precision not null check (risk between 0 and 1),
  reasons text[] not null,
  model_version text not null,
  told_at timestamptz not null,
  primary key (case_id, session_id, starts_at),
  foreign key (case_id, session_id, starts_at) references attendances (case_id, session_id, starts_at) on delete cascade
);

-- The models that risks are, or were, told by, with their cards.
create table attendance_models (
  version text primary key,
  model jsonb not null,
  trained_at timestamptz not null
);
