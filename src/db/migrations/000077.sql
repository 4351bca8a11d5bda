-- Where what Slack refused for good goes by mail instead.
alter table approval_messages add column instead_of text check (instead_of = 'slack');

-- Of whom a decision is asked, and whether their calendar says that they are away until it is due: no title, no time of theirs.
create table asked_absences (
  proposal_id text not null references proposals (id),
  -- The name with which they sign in.
  person text not null,
  is_away boolean not null,
  at timestamptz not null,
  primary key (proposal_id, person)
);
