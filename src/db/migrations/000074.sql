-- What was proposed against what people did: one row a proposal, numbers and enums alone.
create table comparisons (
  proposal_id text primary key references proposals (id),
  verdict text not null check (verdict in ('observe', 'ask', 'perform')),
  outcome text not null check (outcome in
    ('same', 'near', 'apart', 'overtaken', 'unchanged', 'edited', 'rejected', 'expired', 'kept', 'changed')),
  -- Null: it says nothing about the proposal.
  agrees boolean,
  minutes_apart integer check (minutes_apart >= 0),
  minutes_longer integer,
  is_same_start boolean,
  is_same_people boolean,
  people_proposed integer,
  people_held integer,
  people_shared integer,
  edited text[] not null default '{}' check (edited <@ array['time', 'people', 'place', 'texts', 'other']),
  letters_edited integer check (letters_edited >= 0),
  letters integer check (letters >= 0),
  at timestamptz not null
);
create index comparisons_by_time on comparisons (at desc);
