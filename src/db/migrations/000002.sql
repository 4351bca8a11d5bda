-- The same booking may be proposed again after it failed and was undone: its effects are then another generation.
alter table effects drop constraint effects_proposal_digest_step_key;
alter table effects add unique (proposal_digest, step, generation);
