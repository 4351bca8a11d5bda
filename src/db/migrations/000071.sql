-- What candidates are told of the software: each save of a text is a version of its own; version 0 is our draft, in the code.
create table notice_texts (
  notice text not null check (notice in ('general', 'eu', 'us-nyc', 'us-il', 'us-co', 'us-ca')),
  version integer not null check (version > 0),
  text text not null,
  -- What stands for its tokens.
  items jsonb not null,
  digest text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (notice, version)
);

-- Which of them a case was shown, where, and when first. The digest tells drafts of two releases apart.
create table notices_shown (
  case_id text not null references cases,
  place text not null check (place in ('page', 'chat', 'mail')),
  notice text not null,
  version integer not null,
  digest text not null,
  shown_at timestamptz not null,
  primary key (case_id, place, notice, version, digest)
);
