-- When whoever may decide first had a proposal that waits before them: ids and times, no text.
create table proposal_openings (
  proposal_id text not null references proposals (id),
  person text not null,
  at timestamptz not null,
  primary key (proposal_id, person)
);
