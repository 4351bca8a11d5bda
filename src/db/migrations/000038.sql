-- A daily digest is about a recruiter's day, and of no case.
alter table proposals alter column case_id drop not null;
alter table proposals add constraint proposals_case_check check ((case_id is null) = (kind = 'send_digest'));

-- The days on which somebody's digest was due: each once, whatever came of it.
create table daily_digests (
  user_id text not null,
  -- By the clocks around them.
  day date not null,
  -- What happened from here …
  since timestamptz not null,
  -- … to here is told.
  until timestamptz not null,
  primary key (user_id, day)
);
