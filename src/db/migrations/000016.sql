-- A channel whose messages go elsewhere is opened anew, and one that cannot be opened is not tried in every round.
alter table calendar_watches add column channel_address text;
alter table calendar_watches add column tried_at timestamptz;

-- People whose time is looked at to find times. Whoever keeps a reading of somebody keeps the version that was there before
-- it was begun: another version by now means that something has happened since.
create table calendar_versions (
  mailbox text primary key,
  version integer not null default 0,
  asked_at timestamptz not null
);
