-- A proposal that waits holds its panel's time until it is decided or expires; the same rows become the booking's, so that
-- one constraint guards both.
alter table reservations alter column effect_id drop not null;
alter table reservations add column proposal_id text references proposals (id) deferrable initially deferred;
alter table reservations add column held_until timestamptz;
update reservations r set proposal_id = e.proposal_id from effects e where e.id = r.effect_id;
alter table reservations alter column proposal_id set not null;
create index reservations_by_proposal on reservations (proposal_id);
create index reservations_by_effect on reservations (effect_id);
