-- The candidate's assistant. One chat for each case that somebody wrote in. `opted_out_at`: no software answers since. `note_due_at`: when
-- what was said is told in a note in Lever; null: all of it is, or nothing was said.
create table chats (
  case_id text primary key references cases (id),
  opted_out_at timestamptz,
  note_due_at timestamptz,
  -- Up to here notes have told it.
  noted_seq integer not null default 0
);
create index chats_note_due on chats (note_due_at) where note_due_at is not null;

-- What was said there. `text_id`: the words, with their sources and buttons; null once they were erased. `topic`: what it was about, of a
-- closed list. `is_private`: of a need or of health: no model sees it, nor does a note tell it. `draft_id`: what its button would say.
create table chat_messages (
  id text primary key,
  seq integer not null generated always as identity,
  case_id text not null references chats (case_id),
  speaker text not null check (speaker in ('candidate', 'assistant', 'person')),
  text_id text references texts (id) on delete set null,
  topic text,
  state text check (state in ('answered', 'handed_over', 'degraded')),
  is_private boolean not null default false,
  draft_id text references candidate_answers (id),
  at timestamptz not null,
  check ((speaker = 'assistant') = (state is not null))
);
create index chat_messages_by_case on chat_messages (case_id, seq);
create index chat_messages_by_text on chat_messages (text_id) where text_id is not null;
create index chat_messages_by_draft on chat_messages (draft_id) where draft_id is not null;

-- What a person was asked to answer, and the answer, which stands in the chat too.
create table candidate_questions (
  id text primary key,
  case_id text not null references cases (id),
  message_id text not null unique references chat_messages (id),
  asked_at timestamptz not null,
  answer_message_id text references chat_messages (id),
  answered_at timestamptz,
  answered_by text,
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer_message_id is null))
);
create index candidate_questions_by_case on candidate_questions (case_id);
create index candidate_questions_open on candidate_questions (asked_at) where answered_at is null;
