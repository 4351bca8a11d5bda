-- People who come in by the company's identity provider, and what they may: as their groups said at the last sign-in, unless somebody has set
-- it by hand (set_by). No role is no access.
create table accounts (
  id text primary key,
  -- As the provider knows them. Null: made by hand for an address that has not signed in yet.
  issuer text,
  subject text,
  email text not null,
  display_name text,
  role text,
  teams text[],
  requisitions text[],
  set_by text,
  -- What the groups said last: it is in force again once nothing is set by hand.
  group_role text,
  group_teams text[],
  created_at timestamptz not null,
  signed_in_at timestamptz,
  unique (issuer, subject)
);
create unique index accounts_by_email on accounts (lower(email));

-- A sign-in that was begun at the provider: it can be finished once. Only a hash of the browser's secret is kept.
create table sign_ins (
  secret_hash text primary key,
  return_to text not null,
  began_at timestamptz not null
);

-- Whose it is, of those who come by the provider.
alter table api_tokens add column account_id text references accounts (id);
create index api_tokens_by_account on api_tokens (account_id) where account_id is not null;
alter table api_tokens add column last_seen_at timestamptz;
-- The kind of browser and system, in two words.
alter table api_tokens add column device text;
-- What the provider wants to see when its session ends too, sealed with a key that only the session's cookie gives.
alter table api_tokens add column sign_out_hint text;
