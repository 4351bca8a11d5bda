-- Which session a proposal is about; null: all of its case.
alter table proposals add column session_id text;

-- When the brief of each booked session is due. A row for each session that is booked; `facts` is the digest of what its
-- readers were, or will be, told of it: another one asks for another brief.
create table briefs (
  case_id text not null references cases (id),
  session_id text not null,
  proposal_id text not null references proposals (id),
  starts_at timestamptz not null,
  due_at timestamptz not null,
  facts text not null,
  asked_at timestamptz,
  primary key (case_id, session_id)
);
create index briefs_due on briefs (due_at) where asked_at is null;
