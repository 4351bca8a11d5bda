-- Who decides in somebody's place for a time, and by which channel a decision came, in whose place.
create table delegations (
  id text primary key,
  person text not null,
  delegate text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  said_by text not null,
  said_at timestamptz not null,
  ended_at timestamptz,
  check (until_at > from_at)
);
create index delegations_standing on delegations (until_at) where ended_at is null;
alter table decisions add column via text;
alter table decisions add column on_behalf_of text;
alter table approvals add column via text;
alter table approvals add column on_behalf_of text;
