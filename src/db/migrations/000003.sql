-- A step that never began, because one before it failed for good, says so.
alter table effects drop constraint effects_status_check;
alter table effects add constraint effects_status_check
  check (status in ('planned', 'sending', 'unknown', 'done', 'failed', 'parked', 'undone', 'skipped'));
