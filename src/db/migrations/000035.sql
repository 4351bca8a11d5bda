-- When people are reminded of a booked interview: a row for each reminder that is still of use. `session_id`: of the candidate's
-- reminders the first interview of their visit. `reader`: id of the Lever user, or `candidate`. `because`: why it is not at its mark.
-- `until_at`: from then on it is of no use.
create table reminders (
  case_id text not null references cases (id),
  session_id text not null,
  reader text not null,
  mark text not null,
  proposal_id text not null references proposals (id),
  starts_at timestamptz not null,
  due_at timestamptz not null,
  until_at timestamptz not null,
  because text,
  asked_at timestamptz,
  primary key (case_id, session_id, reader, mark)
);
create index reminders_due on reminders (due_at) where asked_at is null;

-- Candidates end reminders, and may have them again.
alter table candidate_answers drop constraint candidate_answers_kind_check;
alter table candidate_answers add constraint candidate_answers_kind_check check (kind in (
  'confirmed', 'needs', 'picked', 'availability', 'wants_move', 'wants_cancel', 'wants_person',
  'no_reminders', 'reminders_again'));
