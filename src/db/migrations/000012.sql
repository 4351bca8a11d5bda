-- Counted, not timed: a notice that came at the moment of a look is neither lost nor heeded twice.
alter table calendar_watches add column notices integer not null default 0;
alter table calendar_watches add column heeded integer not null default 0;
alter table calendar_watches drop column notified_at;
