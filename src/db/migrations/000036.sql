-- Each time at which an interview was, or is, to take place, and whether the candidate came. `moves`: how often this interview was
-- moved before it. `attended` null: nobody has said. `facts`: what its risk of being missed was told from last, before it began.
create table attendances (
  case_id text not null references cases (id),
  session_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  proposal_id text not null references proposals (id),
  booked_at timestamptz not null,
  moves integer not null default 0,
  attended boolean,
  said_by text,
  said_at timestamptz,
  facts jsonb,
  primary key (case_id, session_id, starts_at),
  check ((said_by is null) = (said_at is null))
);
create index attendances_by_start on attendances (starts_at);
