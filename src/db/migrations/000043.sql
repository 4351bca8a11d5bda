-- That an interview was missed holds for good some time after its end, when it is no slip any more: from then on its time is free, and the
-- candidate may be asked to come another time. What was said before this was known had freed it at once.
alter table attendances add column settled_at timestamptz constraint attendances_settled check (settled_at is null or attended is false);
update attendances set settled_at = said_at where attended is false;
create index attendances_unsettled on attendances (case_id) where attended is false and settled_at is null;
