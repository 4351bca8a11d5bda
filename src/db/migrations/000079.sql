-- When whoever decides first had a proposal that waits before them, or that they decided here without: ids and times, no text.
create table proposal_openings (
  proposal_id text not null references proposals (id),
  person text not null,
  -- By which they are known as a person, whatever their sign-in is called.
  person_keys text[] not null,
  -- False: `at` is when they decided in the dashboard, and had not opened it.
  is_opened boolean not null,
  at timestamptz not null,
  primary key (proposal_id, person)
);
create index proposal_openings_by_time on proposal_openings (at);
