-- Who has approved what two people have to.
create table approvals (
  proposal_id text not null references proposals (id),
  approved_by text not null,
  digest text not null,
  at timestamptz not null,
  primary key (proposal_id, approved_by)
);
