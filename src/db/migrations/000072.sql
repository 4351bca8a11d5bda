-- The trail is looked through by what an entry is, by whom and by when.
create index ledger_by_type on ledger (type, seq);
create index ledger_by_actor on ledger (actor, seq);
create index ledger_by_time on ledger (at);
