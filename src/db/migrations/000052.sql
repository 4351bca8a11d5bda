-- What people ask in plain words: who asked, where, and what became of it. The words and the answer are sealed texts: under the key of the
-- asker's own requests, and of the one candidate that they are about as soon as code has found who that is.
create table plain_requests (
  id text primary key,
  seq bigint generated always as identity,
  event_id text not null unique references inbox (id) on delete cascade,
  asked_by text not null,
  via text not null check (via in ('dashboard', 'slack', 'mcp')),
  may_propose boolean not null,
  -- The case before their eyes.
  in_sight text,
  zone text not null,
  text_id text,
  answer_text_id text,
  kind text check (kind in ('answer', 'asks', 'cannot', 'proposes')),
  intent text,
  case_id text,
  handed_event_id text,
  asked_at timestamptz not null,
  answered_at timestamptz
);
create index plain_requests_by_asker on plain_requests (asked_by, seq desc);

-- Where the answer to one from Slack goes, until it has gone there.
create table plain_request_replies (
  request_id text primary key references plain_requests (id) on delete cascade,
  slack_user text not null,
  url_text_id text not null,
  replied_at timestamptz
);
