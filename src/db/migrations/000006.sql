alter table inbox drop constraint inbox_source_check;
alter table inbox add constraint inbox_source_check
  check (source in ('lever', 'automation', 'calendar', 'clock', 'person'));

-- Calendars that hold interviews to come: how we hear of changes to them, and how far we have read.
create table calendar_watches (
  mailbox text primary key,
  sync_token text,
  channel_id text unique,
  channel_token_hash text,
  resource_id text,
  channel_opened_at timestamptz,
  channel_expires_at timestamptz,
  notified_at timestamptz,
  synced_at timestamptz,
  claimed_until timestamptz
);
