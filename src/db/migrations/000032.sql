-- Who owes which feedback form, as Lever had it when it was last looked at: a row for each interviewer with a form and each
-- interview of theirs that is over. It holds ids alone.
create table feedback_owed (
  opportunity_id text not null,
  interview_id text not null,
  user_id text not null,
  panel_id text not null,
  -- Null where Convene coordinates nothing at the stage of the panel.
  case_id text references cases (id),
  -- Of the plan; null for an interview that is none of ours, or stands at another time than we booked it.
  session_id text,
  template_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  lever_reminds boolean not null,
  status text not null check (status in ('owed', 'handed_in', 'excused')),
  excuse text,
  handed_in_at timestamptz,
  primary key (interview_id, user_id),
  check ((status = 'excused') = (excuse is not null)),
  check ((status = 'handed_in') = (handed_in_at is not null))
);
create index feedback_owed_by_opportunity on feedback_owed (opportunity_id);
create index feedback_owed_open on feedback_owed (ends_at) where status = 'owed';

-- When feedback is looked for next, for each opportunity that ever had a case.
create table feedback_looks (
  opportunity_id text primary key,
  -- Null: not before something happens.
  next_at timestamptz,
  looked_at timestamptz,
  -- Of whoever looks just now; whoever asks for another look meanwhile takes it away.
  claimed_until timestamptz,
  -- Code of what kept the last look from coming to its end.
  fault text
);
create index feedback_looks_due on feedback_looks (next_at) where next_at is not null;
insert into feedback_looks (opportunity_id, next_at)
  select distinct opportunity_id, now() from cases where closed_at is null;
