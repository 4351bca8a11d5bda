-- Whom a waiting proposal was told, where, and what they see of it. `shown`: how it stood, in words of ours, never what it says.
create table approval_messages (
  id text primary key,
  proposal_id text not null references proposals (id),
  reader text not null,
  email text,
  channel text not null check (channel in ('slack', 'teams', 'mail')),
  status text not null check (status in ('sending', 'handed', 'told', 'failed')),
  place jsonb,
  shown text not null,
  attempts int not null default 0,
  next_at timestamptz,
  at timestamptz not null,
  unique (proposal_id, reader)
);
create index approval_messages_told on approval_messages (at) where shown <> 'over';
