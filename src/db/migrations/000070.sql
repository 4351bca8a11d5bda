-- By the posting's country candidates are kept for longer or shorter. ISO 3166-1; null: not known.
alter table cases add column country text;

-- What must be kept whatever its age and whoever asks for its erasure, until an admin ends it.
create table legal_holds (
  id text primary key,
  of_what text not null check (of_what in ('candidate', 'posting', 'requisition')),
  -- The contact of a candidate, a posting's id, a requisition's code.
  subject text not null,
  -- A matter's number, never words about a person.
  reference text not null,
  set_by text not null,
  set_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index legal_holds_standing on legal_holds (of_what, subject) where ended_at is null;
