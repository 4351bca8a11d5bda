alter table inbox drop constraint inbox_source_check;
alter table inbox add constraint inbox_source_check
  check (source in ('lever', 'automation', 'calendar', 'clock', 'person', 'candidate'));

-- What candidates said on their own page. Their words are sealed; the event that carries an answer names its id alone.
create table candidate_answers (
  id text primary key,
  seq integer not null generated always as identity,
  case_id text not null references cases (id),
  -- The booking or the offer that it is about.
  proposal_id text references proposals (id),
  kind text not null check (kind in
    ('confirmed', 'needs', 'picked', 'availability', 'wants_move', 'wants_cancel', 'wants_person')),
  text_id text references texts (id) on delete set null,
  made_at timestamptz not null,
  -- Null: shown back to the candidate, who has not said yes to it.
  said_at timestamptz,
  -- When a person had seen to it.
  settled_at timestamptz,
  settled_by text
);
create index candidate_answers_by_case on candidate_answers (case_id, seq);
create index candidate_answers_by_proposal on candidate_answers (proposal_id) where proposal_id is not null;
create index candidate_answers_by_text on candidate_answers (text_id) where text_id is not null;
create index candidate_answers_open on candidate_answers (said_at)
  where settled_at is null and kind in ('needs', 'wants_move', 'wants_cancel', 'wants_person');
