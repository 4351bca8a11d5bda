-- How the rule of a case's plan stood when the forms of its round were judged last.
create table stage_rules (
  case_id text primary key references cases (id),
  -- Digest of the forms and of the rule of which the clock asked last: the same are judged once.
  seen text,
  judged_at timestamptz,
  holds boolean,
  -- Why it does not hold, and which stage it is about: sealed.
  text_id text references texts (id) on delete set null
);
create index stage_rules_by_text on stage_rules (text_id) where text_id is not null;
