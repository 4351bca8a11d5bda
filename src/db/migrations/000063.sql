-- Who wants people instead of software: outranks every rule of policy.
create table opt_outs (
  id text primary key,
  who text not null check (who in ('candidate', 'hiring_manager', 'interviewer')),
  -- The contact of a candidate, or a user of Lever.
  subject text not null,
  said_by text not null,
  at timestamptz not null,
  ended_by text,
  ended_at timestamptz
);
create unique index opt_outs_standing on opt_outs (who, subject) where ended_at is null;
alter table cases add column hiring_manager_id text;
-- Users of Lever whom a proposal is about or would reach.
alter table proposals add column people text[] not null default '{}';
