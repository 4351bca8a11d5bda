-- Made by src/db/schema-dump.ts from the migrations; do not edit.

create table accounts (
  id text not null,
  issuer text,
  subject text,
  email text not null,
  display_name text,
  role text,
  teams text[],
  requisitions text[],
  set_by text,
  group_role text,
  group_teams text[],
  created_at timestamp with time zone not null,
  signed_in_at timestamp with time zone,
  groups_until timestamp with time zone,
  constraint accounts_issuer_subject_key UNIQUE (issuer, subject),
  constraint accounts_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX accounts_by_email ON public.accounts USING btree (lower(email));

create table aedt_records (
  id text not null,
  kind text not null,
  posting_id text,
  feature text,
  is_classed boolean,
  dated date not null,
  first_day date,
  note text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  constraint aedt_records_check CHECK (((kind = 'class'::text) = (is_classed IS NOT NULL))),
  constraint aedt_records_check1 CHECK (((kind = 'notice'::text) = (first_day IS NOT NULL))),
  constraint aedt_records_check2 CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL))),
  constraint aedt_records_feature_check CHECK ((feature = ANY (ARRAY['synthesis'::text, 'stage_rule'::text]))),
  constraint aedt_records_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'audit'::text, 'class'::text]))),
  constraint aedt_records_pkey PRIMARY KEY (id)
);

create table api_tokens (
  id text not null,
  name text not null,
  role text not null,
  secret_hash text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  opened_with text,
  scopes text[],
  label text,
  account_id text,
  last_seen_at timestamp with time zone,
  device text,
  sign_out_hint text,
  teams text[],
  requisitions text[],
  email text,
  former_hash text,
  renewed_at timestamp with time zone,
  lever_user_id text,
  constraint api_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint api_tokens_kind_check CHECK ((kind = ANY (ARRAY['token'::text, 'session'::text]))),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX api_tokens_by_account ON public.api_tokens USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE UNIQUE INDEX api_tokens_by_former ON public.api_tokens USING btree (former_hash) WHERE (former_hash IS NOT NULL);

create table approval_messages (
  id text not null,
  proposal_id text not null,
  reader text not null,
  email text,
  channel text not null,
  status text not null,
  place jsonb,
  shown text not null,
  attempts integer not null default 0,
  next_at timestamp with time zone,
  at timestamp with time zone not null,
  instead_of text,
  constraint approval_messages_channel_check CHECK ((channel = ANY (ARRAY['slack'::text, 'teams'::text, 'mail'::text]))),
  constraint approval_messages_instead_of_check CHECK ((instead_of = 'slack'::text)),
  constraint approval_messages_pkey PRIMARY KEY (id),
  constraint approval_messages_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint approval_messages_proposal_id_reader_key UNIQUE (proposal_id, reader),
  constraint approval_messages_status_check CHECK ((status = ANY (ARRAY['sending'::text, 'handed'::text, 'told'::text, 'failed'::text])))
);
CREATE INDEX approval_messages_told ON public.approval_messages USING btree (at) WHERE (shown <> 'over'::text);

create table approvals (
  proposal_id text not null,
  approved_by text not null,
  digest text not null,
  at timestamp with time zone not null,
  via text,
  on_behalf_of text,
  person_keys text[],
  for_keys text[],
  constraint approvals_pkey PRIMARY KEY (proposal_id, approved_by),
  constraint approvals_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);

create table asked_absences (
  proposal_id text not null,
  person text not null,
  is_away boolean not null,
  at timestamp with time zone not null,
  constraint asked_absences_pkey PRIMARY KEY (proposal_id, person),
  constraint asked_absences_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);

create table attendance_models (
  version text not null,
  model jsonb not null,
  trained_at timestamp with time zone not null,
  constraint attendance_models_pkey PRIMARY KEY (version)
);

create table attendances (
  case_id text not null,
  session_id text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  proposal_id text not null,
  booked_at timestamp with time zone not null,
  moves integer not null default 0,
  attended boolean,
  said_by text,
  said_at timestamp with time zone,
  facts jsonb,
  help_due_at timestamp with time zone,
  help_is_timely boolean,
  helped_at timestamp with time zone,
  settled_at timestamp with time zone,
  reason text,
  ask_again_at timestamp with time zone,
  constraint attendances_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint attendances_check CHECK (((said_by IS NULL) = (said_at IS NULL))),
  constraint attendances_check1 CHECK (((reason IS NULL) OR ((attended IS FALSE) AND (reason = ANY (ARRAY['no_word'::text, 'told_before'::text, 'other_time'::text, 'technical'::text, 'panel_absent'::text]))))),
  constraint attendances_pkey PRIMARY KEY (case_id, session_id, starts_at),
  constraint attendances_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint attendances_settled CHECK (((settled_at IS NULL) OR (attended IS FALSE)))
);
CREATE INDEX attendances_by_start ON public.attendances USING btree (starts_at);
CREATE INDEX attendances_unsettled ON public.attendances USING btree (case_id) WHERE ((attended IS FALSE) AND (settled_at IS NULL));

create table briefs (
  case_id text not null,
  session_id text not null,
  proposal_id text not null,
  starts_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  facts text not null,
  asked_at timestamp with time zone,
  constraint briefs_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint briefs_pkey PRIMARY KEY (case_id, session_id),
  constraint briefs_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
CREATE INDEX briefs_due ON public.briefs USING btree (due_at) WHERE (asked_at IS NULL);

create table calendar_versions (
  mailbox text not null,
  version integer not null default 0,
  asked_at timestamp with time zone not null,
  constraint calendar_versions_pkey PRIMARY KEY (mailbox)
);

create table calendar_watches (
  mailbox text not null,
  sync_token text,
  channel_id text,
  channel_token_hash text,
  resource_id text,
  channel_opened_at timestamp with time zone,
  channel_expires_at timestamp with time zone,
  synced_at timestamp with time zone,
  claimed_until timestamp with time zone,
  notices integer not null default 0,
  heeded integer not null default 0,
  channel_address text,
  tried_at timestamp with time zone,
  constraint calendar_watches_channel_id_key UNIQUE (channel_id),
  constraint calendar_watches_pkey PRIMARY KEY (mailbox)
);

create table candidate_answers (
  id text not null,
  seq integer not null generated always as identity,
  case_id text not null,
  proposal_id text,
  kind text not null,
  text_id text,
  made_at timestamp with time zone not null,
  said_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by text,
  constraint candidate_answers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint candidate_answers_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'needs'::text, 'picked'::text, 'availability'::text, 'wants_move'::text, 'wants_cancel'::text, 'wants_person'::text, 'no_reminders'::text, 'reminders_again'::text]))),
  constraint candidate_answers_pkey PRIMARY KEY (id),
  constraint candidate_answers_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint candidate_answers_text_id_fkey FOREIGN KEY (text_id) REFERENCES texts(id) ON DELETE SET NULL
);
CREATE INDEX candidate_answers_by_case ON public.candidate_answers USING btree (case_id, seq);
CREATE INDEX candidate_answers_by_proposal ON public.candidate_answers USING btree (proposal_id) WHERE (proposal_id IS NOT NULL);
CREATE INDEX candidate_answers_by_text ON public.candidate_answers USING btree (text_id) WHERE (text_id IS NOT NULL);
CREATE INDEX candidate_answers_open ON public.candidate_answers USING btree (said_at) WHERE ((settled_at IS NULL) AND (kind = ANY (ARRAY['needs'::text, 'wants_move'::text, 'wants_cancel'::text, 'wants_person'::text])));

create table candidate_keys (
  candidate text not null,
  wrapped bytea not null,
  master_key_id text not null,
  created_at timestamp with time zone not null,
  constraint candidate_keys_pkey PRIMARY KEY (candidate)
);

create table candidate_questions (
  id text not null,
  case_id text not null,
  message_id text not null,
  asked_at timestamp with time zone not null,
  answer_message_id text,
  answered_at timestamp with time zone,
  answered_by text,
  constraint candidate_questions_answer_message_id_fkey FOREIGN KEY (answer_message_id) REFERENCES chat_messages(id),
  constraint candidate_questions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint candidate_questions_check CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answer_message_id IS NULL)))),
  constraint candidate_questions_message_id_fkey FOREIGN KEY (message_id) REFERENCES chat_messages(id),
  constraint candidate_questions_message_id_key UNIQUE (message_id),
  constraint candidate_questions_pkey PRIMARY KEY (id)
);
CREATE INDEX candidate_questions_by_case ON public.candidate_questions USING btree (case_id);
CREATE INDEX candidate_questions_open ON public.candidate_questions USING btree (asked_at) WHERE (answered_at IS NULL);

create table cases (
  id text not null,
  opportunity_id text not null,
  stage_id text not null,
  stage_name text not null,
  posting_id text,
  posting_title text not null,
  team text,
  candidate text not null,
  name_text_id text,
  lever_url text,
  status text not null,
  mode text not null,
  next_step text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  in_lever text not null default 'active'::text,
  links_ended integer not null default 0,
  is_confidential boolean not null default false,
  recruiter_id text,
  problems jsonb not null default '[]'::jsonb,
  erased_at timestamp with time zone,
  hiring_manager_id text,
  requisitions text[] not null default '{}'::text[],
  jurisdictions text[],
  country text,
  constraint cases_in_lever_check CHECK ((in_lever = ANY (ARRAY['active'::text, 'archived'::text, 'gone'::text]))),
  constraint cases_links_ended_check CHECK ((links_ended >= 0)),
  constraint cases_mode_check CHECK ((mode = ANY (ARRAY['silent'::text, 'assisted'::text, 'managed'::text]))),
  constraint cases_name_text_id_fkey FOREIGN KEY (name_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_status_check CHECK ((status = ANY (ARRAY['open'::text, 'waiting'::text, 'booked'::text, 'blocked'::text, 'observed'::text, 'closed'::text])))
);
CREATE INDEX cases_by_candidate ON public.cases USING btree (candidate);
CREATE INDEX cases_by_name_text ON public.cases USING btree (name_text_id) WHERE (name_text_id IS NOT NULL);
CREATE INDEX cases_by_recruiter ON public.cases USING btree (recruiter_id) WHERE (recruiter_id IS NOT NULL);
CREATE INDEX cases_by_time ON public.cases USING btree (updated_at DESC, id);
CREATE UNIQUE INDEX cases_one_open ON public.cases USING btree (opportunity_id, stage_id) WHERE (closed_at IS NULL);

create table chat_messages (
  id text not null,
  seq integer not null generated always as identity,
  case_id text not null,
  speaker text not null,
  text_id text,
  topic text,
  state text,
  is_private boolean not null default false,
  draft_id text,
  at timestamp with time zone not null,
  constraint chat_messages_case_id_fkey FOREIGN KEY (case_id) REFERENCES chats(case_id),
  constraint chat_messages_check CHECK (((speaker = 'assistant'::text) = (state IS NOT NULL))),
  constraint chat_messages_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES candidate_answers(id),
  constraint chat_messages_pkey PRIMARY KEY (id),
  constraint chat_messages_speaker_check CHECK ((speaker = ANY (ARRAY['candidate'::text, 'assistant'::text, 'person'::text]))),
  constraint chat_messages_state_check CHECK ((state = ANY (ARRAY['answered'::text, 'handed_over'::text, 'degraded'::text]))),
  constraint chat_messages_text_id_fkey FOREIGN KEY (text_id) REFERENCES texts(id) ON DELETE SET NULL
);
CREATE INDEX chat_messages_by_case ON public.chat_messages USING btree (case_id, seq);
CREATE INDEX chat_messages_by_draft ON public.chat_messages USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX chat_messages_by_text ON public.chat_messages USING btree (text_id) WHERE (text_id IS NOT NULL);

create table chats (
  case_id text not null,
  opted_out_at timestamp with time zone,
  note_due_at timestamp with time zone,
  noted_seq integer not null default 0,
  seen_seq integer not null default 0,
  answers_due_at timestamp with time zone,
  constraint chats_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint chats_pkey PRIMARY KEY (case_id)
);
CREATE INDEX chats_answers_due ON public.chats USING btree (answers_due_at) WHERE (answers_due_at IS NOT NULL);
CREATE INDEX chats_note_due ON public.chats USING btree (note_due_at) WHERE (note_due_at IS NOT NULL);

create table comparisons (
  proposal_id text not null,
  verdict text not null,
  outcome text not null,
  agrees boolean,
  minutes_apart integer,
  minutes_longer integer,
  is_same_start boolean,
  is_same_people boolean,
  people_proposed integer,
  people_held integer,
  people_shared integer,
  edited text[] not null default '{}'::text[],
  letters_edited integer,
  letters integer,
  at timestamp with time zone not null,
  constraint comparisons_edited_check CHECK ((edited <@ ARRAY['time'::text, 'people'::text, 'place'::text, 'texts'::text, 'other'::text])),
  constraint comparisons_letters_check CHECK ((letters >= 0)),
  constraint comparisons_letters_edited_check CHECK ((letters_edited >= 0)),
  constraint comparisons_minutes_apart_check CHECK ((minutes_apart >= 0)),
  constraint comparisons_outcome_check CHECK ((outcome = ANY (ARRAY['same'::text, 'near'::text, 'apart'::text, 'overtaken'::text, 'unchanged'::text, 'edited'::text, 'rejected'::text, 'expired'::text, 'kept'::text, 'changed'::text]))),
  constraint comparisons_pkey PRIMARY KEY (proposal_id),
  constraint comparisons_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint comparisons_verdict_check CHECK ((verdict = ANY (ARRAY['observe'::text, 'ask'::text, 'perform'::text])))
);
CREATE INDEX comparisons_by_time ON public.comparisons USING btree (at DESC);

create table daily_digests (
  user_id text not null,
  day date not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint daily_digests_pkey PRIMARY KEY (user_id, day)
);

create table decisions (
  proposal_id text not null,
  digest text not null,
  decision text not null,
  decided_by text not null,
  reason_text_id text,
  at timestamp with time zone not null,
  via text,
  on_behalf_of text,
  basis jsonb,
  constraint decisions_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'edit'::text, 'reject'::text, 'expire'::text, 'perform'::text, 'observe'::text, 'supersede'::text]))),
  constraint decisions_pkey PRIMARY KEY (proposal_id),
  constraint decisions_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint decisions_reason_text_id_fkey FOREIGN KEY (reason_text_id) REFERENCES texts(id) ON DELETE SET NULL
);
CREATE INDEX decisions_by_reason ON public.decisions USING btree (reason_text_id) WHERE (reason_text_id IS NOT NULL);

create table delegations (
  id text not null,
  person text not null,
  delegate text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint delegations_check CHECK ((until_at > from_at)),
  constraint delegations_pkey PRIMARY KEY (id)
);
CREATE INDEX delegations_standing ON public.delegations USING btree (until_at) WHERE (ended_at IS NULL);

create table delivery_tokens (
  token_hash text not null,
  body_hash text not null,
  seen_at timestamp with time zone not null,
  delivery_key text,
  constraint delivery_tokens_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX delivery_tokens_by_time ON public.delivery_tokens USING btree (seen_at);

create table effects (
  id text not null,
  proposal_id text not null,
  proposal_digest text not null,
  step integer not null,
  kind text not null,
  label text not null,
  audience text not null,
  status text not null,
  generation integer not null default 1,
  attempt integer not null default 0,
  fence bigint,
  external_ref jsonb,
  result_text_id text,
  error jsonb,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  left_at timestamp with time zone,
  session text,
  constraint effects_audience_check CHECK ((audience = ANY (ARRAY['internal'::text, 'candidate'::text]))),
  constraint effects_pkey PRIMARY KEY (id),
  constraint effects_proposal_digest_step_generation_key UNIQUE (proposal_digest, step, generation),
  constraint effects_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint effects_result_text_id_fkey FOREIGN KEY (result_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint effects_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'sending'::text, 'unknown'::text, 'done'::text, 'failed'::text, 'parked'::text, 'undone'::text, 'skipped'::text])))
);
CREATE INDEX effects_by_proposal ON public.effects USING btree (proposal_id, step);
CREATE INDEX effects_by_result ON public.effects USING btree (result_text_id) WHERE (result_text_id IS NOT NULL);

create table ended_links (
  user_id text not null,
  good_until timestamp with time zone not null,
  constraint ended_links_pkey PRIMARY KEY (user_id)
);

create table erasures (
  id text not null,
  candidate text not null,
  opportunity_ids text[] not null,
  cause text not null,
  reason text not null,
  reference text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  first_erased_at timestamp with time zone,
  tries integer not null default 0,
  is_whole boolean,
  erased_at timestamp with time zone,
  counts jsonb,
  outside jsonb,
  reopened_at timestamp with time zone,
  constraint erasures_cause_check CHECK ((cause = ANY (ARRAY['lever'::text, 'person'::text, 'retention'::text]))),
  constraint erasures_pkey PRIMARY KEY (id)
);
CREATE INDEX erasures_by_candidate ON public.erasures USING btree (candidate);
CREATE INDEX erasures_by_opportunity ON public.erasures USING gin (opportunity_ids);
CREATE INDEX erasures_by_time ON public.erasures USING btree (asked_at DESC, id);
CREATE UNIQUE INDEX erasures_one_open ON public.erasures USING btree (candidate) WHERE (erased_at IS NULL);

create table feedback_looks (
  opportunity_id text not null,
  next_at timestamp with time zone,
  looked_at timestamp with time zone,
  claimed_until timestamp with time zone,
  fault text,
  constraint feedback_looks_pkey PRIMARY KEY (opportunity_id)
);
CREATE INDEX feedback_looks_due ON public.feedback_looks USING btree (next_at) WHERE (next_at IS NOT NULL);

create table feedback_owed (
  opportunity_id text not null,
  interview_id text not null,
  user_id text not null,
  panel_id text not null,
  case_id text,
  session_id text,
  template_id text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  lever_reminds boolean not null,
  status text not null,
  excuse text,
  handed_in_at timestamp with time zone,
  nudges integer not null default 0,
  nudged_at timestamp with time zone,
  nudge_next_at timestamp with time zone,
  nudge_why text,
  told_at timestamp with time zone,
  constraint feedback_owed_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint feedback_owed_check CHECK (((status = 'excused'::text) = (excuse IS NOT NULL))),
  constraint feedback_owed_check1 CHECK (((status = 'handed_in'::text) = (handed_in_at IS NOT NULL))),
  constraint feedback_owed_pkey PRIMARY KEY (interview_id, user_id),
  constraint feedback_owed_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'handed_in'::text, 'excused'::text])))
);
CREATE INDEX feedback_owed_by_opportunity ON public.feedback_owed USING btree (opportunity_id);
CREATE INDEX feedback_owed_open ON public.feedback_owed USING btree (ends_at) WHERE (status = 'owed'::text);

create table guide_versions (
  guide_id text not null,
  version integer not null,
  posting_id text,
  state text not null,
  title text not null,
  text text not null,
  restored_from integer,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  constraint guide_versions_pkey PRIMARY KEY (guide_id, version),
  constraint guide_versions_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
);

create table inbox (
  id text not null,
  source text not null,
  kind text not null,
  delivery_key text not null,
  opportunity_id text,
  seq integer,
  data jsonb not null,
  status text not null default 'waiting'::text,
  attempts integer not null default 0,
  note text,
  error jsonb,
  correlation_id text not null,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  begun integer not null default 0,
  begun_at timestamp with time zone,
  constraint inbox_check CHECK (((opportunity_id IS NULL) = (seq IS NULL))),
  constraint inbox_delivery_key_key UNIQUE (delivery_key),
  constraint inbox_opportunity_id_seq_key UNIQUE (opportunity_id, seq),
  constraint inbox_pkey PRIMARY KEY (id),
  constraint inbox_source_check CHECK ((source = ANY (ARRAY['lever'::text, 'automation'::text, 'calendar'::text, 'clock'::text, 'person'::text, 'candidate'::text]))),
  constraint inbox_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'handled'::text, 'ignored'::text, 'failed'::text])))
);
CREATE INDEX inbox_by_time ON public.inbox USING btree (received_at DESC, id);
CREATE INDEX inbox_waiting ON public.inbox USING btree (opportunity_id, seq) WHERE (status = 'waiting'::text);

create table ledger (
  seq bigint not null,
  at timestamp with time zone not null,
  type text not null,
  actor text not null,
  case_id text,
  correlation_id text not null,
  data jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint ledger_pkey PRIMARY KEY (seq)
);
CREATE INDEX ledger_by_actor ON public.ledger USING btree (actor, seq);
CREATE INDEX ledger_by_case ON public.ledger USING btree (case_id, seq);
CREATE INDEX ledger_by_time ON public.ledger USING btree (at);
CREATE INDEX ledger_by_type ON public.ledger USING btree (type, seq);

create table ledger_checkpoints (
  n integer not null,
  seq bigint not null,
  hash text not null,
  at timestamp with time zone not null,
  signature text not null,
  constraint ledger_checkpoints_pkey PRIMARY KEY (n)
);

create table ledger_head (
  singleton boolean not null default true,
  seq bigint not null,
  hash text not null,
  constraint ledger_head_pkey PRIMARY KEY (singleton),
  constraint ledger_head_singleton_check CHECK (singleton)
);

create table legal_holds (
  id text not null,
  of_what text not null,
  subject text not null,
  reference text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  constraint legal_holds_check CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint legal_holds_of_what_check CHECK ((of_what = ANY (ARRAY['candidate'::text, 'posting'::text, 'requisition'::text]))),
  constraint legal_holds_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX legal_holds_standing ON public.legal_holds USING btree (of_what, subject) WHERE (ended_at IS NULL);

create table lever_watermarks (
  list text not null,
  begun_at timestamp with time zone not null,
  read_until timestamp with time zone not null,
  claimed_until timestamp with time zone,
  denied_at timestamp with time zone,
  constraint lever_watermarks_list_check CHECK ((list = ANY (ARRAY['updated'::text, 'advanced'::text, 'archived'::text, 'deleted'::text]))),
  constraint lever_watermarks_pkey PRIMARY KEY (list)
);

create table migrations (
  id integer not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (id)
);

create table model_budgets (
  scope text not null,
  tokens bigint not null,
  used_at timestamp with time zone not null,
  constraint model_budgets_pkey PRIMARY KEY (scope)
);
CREATE INDEX model_budgets_used_at ON public.model_budgets USING btree (used_at);

create table model_dialects (
  endpoint text not null,
  model text not null,
  dialect jsonb not null,
  found_at timestamp with time zone not null,
  constraint model_dialects_pkey PRIMARY KEY (endpoint, model)
);

create table no_show_risks (
  case_id text not null,
  session_id text not null,
  starts_at timestamp with time zone not null,
  risk double precision not null,
  reasons text[] not null,
  model_version text not null,
  told_at timestamp with time zone not null,
  on_today boolean not null default false,
  constraint no_show_risks_case_id_session_id_starts_at_fkey FOREIGN KEY (case_id, session_id, starts_at) REFERENCES attendances(case_id, session_id, starts_at) ON DELETE CASCADE,
  constraint no_show_risks_pkey PRIMARY KEY (case_id, session_id, starts_at),
  constraint no_show_risks_risk_check CHECK (((risk >= (0)::double precision) AND (risk <= (1)::double precision)))
);

create table notice_texts (
  notice text not null,
  version integer not null,
  text text not null,
  items jsonb not null,
  digest text not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  constraint notice_texts_notice_check CHECK ((notice = ANY (ARRAY['general'::text, 'eu'::text, 'us-nyc'::text, 'us-il'::text, 'us-co'::text, 'us-ca'::text]))),
  constraint notice_texts_pkey PRIMARY KEY (notice, version),
  constraint notice_texts_version_check CHECK ((version > 0))
);

create table notices_shown (
  case_id text not null,
  place text not null,
  notice text not null,
  version integer not null,
  digest text not null,
  shown_at timestamp with time zone not null,
  constraint notices_shown_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint notices_shown_pkey PRIMARY KEY (case_id, place, notice, version, digest),
  constraint notices_shown_place_check CHECK ((place = ANY (ARRAY['page'::text, 'chat'::text, 'mail'::text])))
);

create table opt_outs (
  id text not null,
  who text not null,
  subject text not null,
  said_by text not null,
  at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  constraint opt_outs_pkey PRIMARY KEY (id),
  constraint opt_outs_who_check CHECK ((who = ANY (ARRAY['candidate'::text, 'hiring_manager'::text, 'interviewer'::text])))
);
CREATE UNIQUE INDEX opt_outs_standing ON public.opt_outs USING btree (who, subject) WHERE (ended_at IS NULL);

create table papers (
  run_id text not null,
  name text not null,
  text_id text not null,
  constraint papers_pkey PRIMARY KEY (run_id, name),
  constraint papers_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE,
  constraint papers_text_id_fkey FOREIGN KEY (text_id) REFERENCES texts(id) ON DELETE CASCADE
);
CREATE INDEX papers_by_text ON public.papers USING btree (text_id);

create table plain_request_replies (
  request_id text not null,
  slack_user text not null,
  url_text_id text not null,
  replied_at timestamp with time zone,
  constraint plain_request_replies_pkey PRIMARY KEY (request_id),
  constraint plain_request_replies_request_id_fkey FOREIGN KEY (request_id) REFERENCES plain_requests(id) ON DELETE CASCADE
);

create table plain_requests (
  id text not null,
  seq bigint not null generated always as identity,
  event_id text not null,
  asked_by text not null,
  via text not null,
  may_propose boolean not null,
  in_sight text,
  zone text not null,
  text_id text,
  answer_text_id text,
  kind text,
  intent text,
  case_id text,
  handed_event_id text,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  asked_keys text[] not null default '{}'::text[],
  constraint plain_requests_event_id_fkey FOREIGN KEY (event_id) REFERENCES inbox(id) ON DELETE CASCADE,
  constraint plain_requests_event_id_key UNIQUE (event_id),
  constraint plain_requests_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'asks'::text, 'cannot'::text, 'proposes'::text]))),
  constraint plain_requests_pkey PRIMARY KEY (id),
  constraint plain_requests_via_check CHECK ((via = ANY (ARRAY['dashboard'::text, 'api'::text, 'slack'::text, 'mcp'::text])))
);
CREATE INDEX plain_requests_by_keys ON public.plain_requests USING gin (asked_keys);
CREATE INDEX plain_requests_handed ON public.plain_requests USING btree (handed_event_id) WHERE (handed_event_id IS NOT NULL);

create table plan_versions (
  plan_id text not null,
  version integer not null,
  state text not null,
  source text not null,
  restored_from integer,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  constraint plan_versions_pkey PRIMARY KEY (plan_id, version),
  constraint plan_versions_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'removed'::text])))
);

create table policies (
  version integer not null,
  policy jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint policies_pkey PRIMARY KEY (version)
);

create table preferences (
  user_id text not null,
  version integer not null,
  preferences jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  constraint preferences_pkey PRIMARY KEY (user_id, version),
  constraint preferences_version_check CHECK ((version > 0))
);

create table proposal_openings (
  proposal_id text not null,
  person text not null,
  person_keys text[] not null,
  is_opened boolean not null,
  at timestamp with time zone not null,
  constraint proposal_openings_pkey PRIMARY KEY (proposal_id, person),
  constraint proposal_openings_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
CREATE INDEX proposal_openings_by_time ON public.proposal_openings USING btree (at);

create table proposals (
  id text not null,
  case_id text,
  run_id text not null,
  kind text not null,
  class text not null,
  audience text not null,
  risk text not null,
  status text not null,
  digest text not null,
  policy_version integer not null,
  refined text not null,
  warnings integer not null default 0,
  payload_text_id text,
  context_text_id text,
  previous_id text,
  replaced_by text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  session_id text,
  plan_id text,
  performs_at timestamp with time zone,
  people text[] not null default '{}'::text[],
  constraint proposals_audience_check CHECK ((audience = ANY (ARRAY['internal'::text, 'candidate'::text]))),
  constraint proposals_case_check CHECK (((case_id IS NULL) = (kind = 'send_digest'::text))),
  constraint proposals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint proposals_class_check CHECK ((class = ANY (ARRAY['logistics'::text, 'preparatory'::text, 'evaluative'::text]))),
  constraint proposals_context_text_id_fkey FOREIGN KEY (context_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint proposals_payload_text_id_fkey FOREIGN KEY (payload_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint proposals_pkey PRIMARY KEY (id),
  constraint proposals_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES proposals(id),
  constraint proposals_refined_check CHECK ((refined = ANY (ARRAY['draft'::text, 'model'::text, 'fallback'::text]))),
  constraint proposals_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES proposals(id),
  constraint proposals_risk_check CHECK ((risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint proposals_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id),
  constraint proposals_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'observed'::text, 'approved'::text, 'rejected'::text, 'expired'::text, 'superseded'::text, 'performing'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX proposals_by_case ON public.proposals USING btree (case_id, created_at);
CREATE INDEX proposals_by_context ON public.proposals USING btree (context_text_id) WHERE (context_text_id IS NOT NULL);
CREATE INDEX proposals_by_form ON public.proposals USING btree (session_id) WHERE (kind = 'nudge_feedback'::text);
CREATE INDEX proposals_by_payload ON public.proposals USING btree (payload_text_id) WHERE (payload_text_id IS NOT NULL);
CREATE INDEX proposals_by_run ON public.proposals USING btree (run_id);
CREATE UNIQUE INDEX proposals_one_debrief ON public.proposals USING btree (case_id) WHERE ((kind = 'book_debrief'::text) AND (status = ANY (ARRAY['approved'::text, 'performing'::text])));
CREATE INDEX proposals_pausing ON public.proposals USING btree (performs_at) WHERE ((status = 'waiting'::text) AND (performs_at IS NOT NULL));
CREATE INDEX proposals_waiting ON public.proposals USING btree (created_at) WHERE (status = 'waiting'::text);

create table question_sets (
  posting_id text not null,
  plan_id text not null,
  version integer not null,
  question_set jsonb,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  level text,
  constraint question_sets_pkey PRIMARY KEY (posting_id, plan_id, version)
);

create table rate_buckets (
  name text not null,
  tokens double precision not null,
  updated_at timestamp with time zone not null,
  constraint rate_buckets_pkey PRIMARY KEY (name)
);

create table reconciliation_checks (
  reconciliation_id text not null,
  opportunity_id text not null,
  case_ids text[] not null,
  event_id text,
  findings jsonb,
  constraint reconciliation_checks_event_id_fkey FOREIGN KEY (event_id) REFERENCES inbox(id) ON DELETE SET NULL,
  constraint reconciliation_checks_pkey PRIMARY KEY (reconciliation_id, opportunity_id),
  constraint reconciliation_checks_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciliations(id) ON DELETE CASCADE
);

create table reconciliations (
  id text not null,
  seq integer not null generated always as identity,
  started_by text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  to_check integer not null,
  checked integer not null default 0,
  repaired integer not null default 0,
  reported integer not null default 0,
  findings jsonb not null default '[]'::jsonb,
  correlation_id text not null,
  constraint reconciliations_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX reconciliations_in_order ON public.reconciliations USING btree (seq);
CREATE UNIQUE INDEX reconciliations_one_open ON public.reconciliations USING btree ((true)) WHERE (finished_at IS NULL);

create table register_entries (
  id text not null,
  kind text not null,
  begun_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  text_id text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint register_entries_check CHECK (((settled_at IS NULL) = (settled_by IS NULL))),
  constraint register_entries_check1 CHECK ((settled_at >= begun_at)),
  constraint register_entries_kind_check CHECK ((kind = ANY (ARRAY['breach'::text, 'request'::text]))),
  constraint register_entries_pkey PRIMARY KEY (id),
  constraint register_entries_text_id_fkey FOREIGN KEY (text_id) REFERENCES texts(id) ON DELETE SET NULL
);
CREATE INDEX register_by_text ON public.register_entries USING btree (text_id) WHERE (text_id IS NOT NULL);
CREATE INDEX register_open ON public.register_entries USING btree (due_at) WHERE (settled_at IS NULL);

create table reminders (
  case_id text not null,
  session_id text not null,
  reader text not null,
  mark text not null,
  proposal_id text not null,
  starts_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  because text,
  asked_at timestamp with time zone,
  again_at timestamp with time zone,
  constraint reminders_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint reminders_pkey PRIMARY KEY (case_id, session_id, reader, mark),
  constraint reminders_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
CREATE INDEX reminders_due ON public.reminders USING btree (due_at) WHERE (asked_at IS NULL);

create table reservations (
  id text not null,
  effect_id text,
  person text not null,
  during tstzrange not null,
  released_at timestamp with time zone,
  proposal_id text not null,
  held_until timestamp with time zone,
  offered smallint,
  constraint reservations_effect_id_fkey FOREIGN KEY (effect_id) REFERENCES effects(id),
  constraint reservations_offered_check CHECK ((offered >= 0)),
  constraint reservations_person_during_excl EXCLUDE USING gist (person WITH =, during WITH &&) WHERE ((released_at IS NULL)),
  constraint reservations_pkey PRIMARY KEY (id),
  constraint reservations_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX reservations_by_effect ON public.reservations USING btree (effect_id);
CREATE INDEX reservations_by_proposal ON public.reservations USING btree (proposal_id);

create table run_steps (
  id text not null,
  run_id text not null,
  seq integer not null generated always as identity,
  kind text not null,
  name text not null,
  specialist text,
  status text not null,
  started_at timestamp with time zone not null,
  duration_ms double precision not null,
  input_text_id text,
  output_text_id text,
  error text,
  tokens jsonb,
  constraint run_steps_input_text_id_fkey FOREIGN KEY (input_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint run_steps_kind_check CHECK ((kind = ANY (ARRAY['node'::text, 'tool'::text, 'model'::text]))),
  constraint run_steps_output_text_id_fkey FOREIGN KEY (output_text_id) REFERENCES texts(id) ON DELETE SET NULL,
  constraint run_steps_pkey PRIMARY KEY (id),
  constraint run_steps_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id) ON DELETE CASCADE,
  constraint run_steps_status_check CHECK ((status = ANY (ARRAY['ok'::text, 'error'::text, 'interrupted'::text])))
);
CREATE INDEX run_steps_by_input ON public.run_steps USING btree (input_text_id) WHERE (input_text_id IS NOT NULL);
CREATE INDEX run_steps_by_output ON public.run_steps USING btree (output_text_id) WHERE (output_text_id IS NOT NULL);
CREATE INDEX run_steps_by_run ON public.run_steps USING btree (run_id, seq);

create table runs (
  id text not null,
  event_id text not null,
  case_id text,
  status text not null,
  outcome text,
  correlation_id text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  pruned_at timestamp with time zone,
  constraint runs_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint runs_event_id_fkey FOREIGN KEY (event_id) REFERENCES inbox(id),
  constraint runs_event_id_key UNIQUE (event_id),
  constraint runs_pkey PRIMARY KEY (id),
  constraint runs_status_check CHECK ((status = ANY (ARRAY['running'::text, 'waiting'::text, 'done'::text, 'failed'::text, 'superseded'::text])))
);
CREATE INDEX runs_by_case ON public.runs USING btree (case_id, started_at);
CREATE INDEX runs_to_prune ON public.runs USING btree (finished_at) WHERE ((pruned_at IS NULL) AND (status = ANY (ARRAY['done'::text, 'superseded'::text])));

create table searches (
  id text not null,
  case_id text not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  no_fit jsonb not null,
  wishes jsonb not null,
  looks integer not null default 0,
  looked_at timestamp with time zone not null,
  next_look_at timestamp with time zone,
  calendars bigint not null,
  alert_at timestamp with time zone not null,
  alerted_at timestamp with time zone,
  constraint searches_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint searches_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX searches_open ON public.searches USING btree (case_id) WHERE (ended_at IS NULL);

create table settings (
  name text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null,
  constraint settings_pkey PRIMARY KEY (name)
);

create table sign_ins (
  secret_hash text not null,
  return_to text not null,
  began_at timestamp with time zone not null,
  constraint sign_ins_pkey PRIMARY KEY (secret_hash)
);

create table stage_rules (
  case_id text not null,
  seen text,
  judged_at timestamp with time zone,
  holds boolean,
  text_id text,
  constraint stage_rules_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint stage_rules_pkey PRIMARY KEY (case_id),
  constraint stage_rules_text_id_fkey FOREIGN KEY (text_id) REFERENCES texts(id) ON DELETE SET NULL
);
CREATE INDEX stage_rules_by_text ON public.stage_rules USING btree (text_id) WHERE (text_id IS NOT NULL);

create table streams (
  opportunity_id text not null,
  next_seq integer not null default 1,
  fence bigint not null default 0,
  lease_owner text,
  lease_until timestamp with time zone,
  constraint streams_pkey PRIMARY KEY (opportunity_id)
);

create table texts (
  id text not null,
  candidate text not null,
  kind text not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint texts_candidate_fkey FOREIGN KEY (candidate) REFERENCES candidate_keys(candidate) ON DELETE CASCADE,
  constraint texts_pkey PRIMARY KEY (id)
);
CREATE INDEX texts_by_candidate ON public.texts USING btree (candidate);
