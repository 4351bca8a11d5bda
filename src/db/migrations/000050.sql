-- Candidate guides: the company's own words, for everybody or for one posting. Every version stays; the last one of a guide counts.
create table guide_versions (
  guide_id text not null,
  version integer not null,
  -- Null: for everybody. The same in every version of a guide.
  posting_id text,
  -- on: its passages are found. off: none is.
  state text not null check (state in ('on', 'off')),
  title text not null,
  text text not null,
  restored_from integer,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (guide_id, version)
);
