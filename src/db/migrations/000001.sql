-- The spine: inbox with per-opportunity order and leases, cases, runs, proposals, decisions, effects, reservations,
-- encrypted texts, the ledger, tokens, settings.

create extension if not exists btree_gist;

-- One row an opportunity that had an event: the next `seq` of its inbox, and the lease under which it is drained.
create table streams (
  opportunity_id text primary key,
  next_seq integer not null default 1,
  fence bigint not null default 0,
  lease_owner text,
  lease_until timestamptz
);

-- What happened, in the order of commit for each opportunity. Bodies are hints: ids only are kept in `data`.
create table inbox (
  id text primary key,
  source text not null check (source in ('lever', 'automation', 'clock', 'person')),
  kind text not null,
  delivery_key text not null unique,
  opportunity_id text,
  seq integer,
  data jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'handled', 'ignored', 'failed')),
  attempts integer not null default 0,
  note text,
  error jsonb,
  correlation_id text not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  unique (opportunity_id, seq),
  check ((opportunity_id is null) = (seq is null))
);
create index inbox_waiting on inbox (opportunity_id, seq) where status = 'waiting';
create index inbox_by_time on inbox (received_at desc, id);

-- Replay memory of signed deliveries: the random token of each, with a digest of the body it came with.
create table delivery_tokens (
  token_hash text primary key,
  body_hash text not null,
  seen_at timestamptz not null
);
create index delivery_tokens_by_time on delivery_tokens (seen_at);

-- Keys by candidate, wrapped by a master key: erasing one makes its texts unreadable.
create table candidate_keys (
  candidate text primary key,
  wrapped bytea not null,
  master_key_id text not null,
  created_at timestamptz not null
);

create table texts (
  id text primary key,
  candidate text not null references candidate_keys (candidate) on delete cascade,
  kind text not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index texts_by_candidate on texts (candidate);

-- One opportunity being coordinated at one stage. Labels that name a person are sealed in `texts`.
create table cases (
  id text primary key,
  opportunity_id text not null,
  stage_id text not null,
  stage_name text not null,
  posting_id text,
  posting_title text not null,
  team text,
  candidate text not null,
  name_text_id text references texts (id) on delete set null,
  lever_url text,
  status text not null check (status in ('open', 'waiting', 'booked', 'blocked', 'observed', 'closed')),
  mode text not null check (mode in ('silent', 'assisted', 'managed')),
  next_step text not null,
  problem jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);
create unique index cases_one_open on cases (opportunity_id, stage_id) where closed_at is null;
create index cases_by_time on cases (updated_at desc, id);

-- One event handled: one LangGraph thread, whose id is the run's.
create table runs (
  id text primary key,
  event_id text not null unique references inbox (id),
  case_id text references cases (id),
  status text not null check (status in ('running', 'waiting', 'done', 'failed', 'superseded')),
  outcome text,
  correlation_id text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index runs_by_case on runs (case_id, started_at);

create table run_steps (
  id text primary key,
  run_id text not null references runs (id) on delete cascade,
  seq integer generated always as identity,
  kind text not null check (kind in ('node', 'tool', 'model')),
  name text not null,
  specialist text,
  status text not null check (status in ('ok', 'error', 'interrupted')),
  started_at timestamptz not null,
  duration_ms double precision not null,
  input_text_id text references texts (id) on delete set null,
  output_text_id text references texts (id) on delete set null,
  error text,
  tokens jsonb
);
create index run_steps_by_run on run_steps (run_id, seq);

-- Working papers of a run between steps: a name → sealed text. Written again, unchanged, when a step runs again.
create table papers (
  run_id text not null references runs (id) on delete cascade,
  name text not null,
  text_id text not null references texts (id) on delete cascade,
  primary key (run_id, name)
);

create table proposals (
  id text primary key,
  case_id text not null references cases (id),
  run_id text not null references runs (id),
  kind text not null,
  class text not null check (class in ('logistics', 'preparatory', 'evaluative')),
  audience text not null check (audience in ('internal', 'candidate')),
  risk text not null check (risk in ('low', 'medium', 'high')),
  status text not null check (status in ('waiting', 'observed', 'approved', 'rejected', 'expired', 'superseded', 'performing', 'done', 'failed')),
  digest text not null,
  policy_version integer not null,
  refined text not null check (refined in ('draft', 'model', 'fallback')),
  warnings integer not null default 0,
  payload_text_id text references texts (id) on delete set null,
  context_text_id text references texts (id) on delete set null,
  previous_id text references proposals (id),
  replaced_by text references proposals (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index proposals_waiting on proposals (created_at) where status = 'waiting';
create index proposals_by_run on proposals (run_id);
create index proposals_by_case on proposals (case_id, created_at);

-- One decision a proposal, by a person or by policy, bound to the digest that was seen.
create table decisions (
  proposal_id text primary key references proposals (id),
  digest text not null,
  decision text not null check (decision in ('approve', 'edit', 'reject', 'expire', 'perform', 'observe', 'supersede')),
  decided_by text not null,
  reason_text_id text references texts (id) on delete set null,
  at timestamptz not null
);

create table effects (
  id text primary key,
  proposal_id text not null references proposals (id),
  proposal_digest text not null,
  step integer not null,
  kind text not null,
  label text not null,
  audience text not null check (audience in ('internal', 'candidate')),
  status text not null check (status in ('planned', 'sending', 'unknown', 'done', 'failed', 'parked', 'undone')),
  generation integer not null default 1,
  attempt integer not null default 0,
  fence bigint,
  external_ref jsonb,
  result_text_id text references texts (id) on delete set null,
  error jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  unique (proposal_digest, step)
);
create index effects_by_proposal on effects (proposal_id, step);

-- A person's time that we hold or have booked: the database itself refuses an overlap.
create table reservations (
  id text primary key,
  effect_id text not null references effects (id),
  person text not null,
  during tstzrange not null,
  released_at timestamptz,
  exclude using gist (person with =, during with &&) where (released_at is null)
);

-- Who did what and why; each entry is chained to the one before.
create table ledger (
  seq bigint primary key,
  at timestamptz not null,
  type text not null,
  actor text not null,
  case_id text,
  correlation_id text not null,
  data jsonb not null,
  prev_hash text not null,
  hash text not null
);
create index ledger_by_case on ledger (case_id, seq);

-- The end of the chain; its row lock puts appends in order.
create table ledger_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  hash text not null
);
insert into ledger_head (seq, hash) values (0, repeat('0', 64));

create table api_tokens (
  id text primary key,
  name text not null,
  role text not null,
  secret_hash text not null unique,
  kind text not null check (kind in ('token', 'session')),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

-- Policies, newest last; the version in force is the greatest.
create table policies (
  version integer primary key,
  policy jsonb not null,
  created_by text not null,
  created_at timestamptz not null
);

create table settings (
  name text primary key,
  value jsonb not null,
  updated_at timestamptz not null
);

-- Rate limits that all processes share.
create table rate_buckets (
  name text primary key,
  tokens double precision not null,
  updated_at timestamptz not null
);
