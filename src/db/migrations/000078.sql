-- What an admin keeps of breaches and of what people ask of their data: the clock in clear, the words sealed with a key of the entry.
create table register_entries (
  id text primary key,
  kind text not null check (kind in ('breach', 'request')),
  -- When a breach became known, or a request came in.
  begun_at timestamptz not null,
  due_at timestamptz not null,
  text_id text references texts (id) on delete set null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- When the authority was told or it was decided not to, or the request was answered.
  settled_at timestamptz,
  settled_by text,
  check ((settled_at is null) = (settled_by is null)),
  check (settled_at >= begun_at)
);
create index register_by_text on register_entries (text_id) where text_id is not null;
create index register_open on register_entries (due_at) where settled_at is null;
