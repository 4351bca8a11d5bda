-- By which version of the policy, and by which of its words, policy itself has decided: as its entry in the ledger says. Null of a
-- decision that is a person's, or from before this was kept.
alter table decisions add column basis jsonb;
