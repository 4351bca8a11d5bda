-- Signed places of the ledger's chain: whoever writes to the database could cut the end of the chain, or write all of it anew, and cannot
-- sign. `n` counts without a gap, and each is signed with the signature before it.
create table ledger_checkpoints (
  n integer primary key,
  seq bigint not null,
  hash text not null,
  at timestamptz not null,
  signature text not null
);
