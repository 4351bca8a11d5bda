-- Since when Lever forbids this credential to read the list: then nobody waits for it.
alter table lever_watermarks add column denied_at timestamptz;
