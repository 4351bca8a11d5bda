-- What people who interview have set for themselves: every change is a version; the latest is in force.
create table preferences (
  user_id text not null,
  version integer not null check (version > 0),
  preferences jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (user_id, version)
);

-- Personal links that were ended before their time: all that are good until this moment or less.
create table ended_links (
  user_id text primary key,
  good_until timestamptz not null
);
