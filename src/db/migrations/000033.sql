-- How far reminding of a form is. It begins anew when the interview is moved.
alter table feedback_owed
  -- So many reminders were asked for.
  add column nudges integer not null default 0,
  add column nudged_at timestamptz,
  -- Null: not worked out yet, or over.
  add column nudge_next_at timestamptz,
  -- Why none is sent, as of the last time that it was worked out.
  add column nudge_why text,
  -- When the recruiter and the hiring manager were to be told that it is missing still.
  add column told_at timestamptz;
-- Of a reminder `session_id` names the form: interview and user.
create index proposals_by_form on proposals (session_id) where kind = 'nudge_feedback';
