-- How the opportunity of a case stands in Lever, as a run saw it last: what its candidate's page shows and takes hangs on it.
alter table cases add column in_lever text not null default 'active'
  check (in_lever in ('active', 'archived', 'gone'));
-- What runs have said of it so far in words alone.
update cases
  set in_lever = case when problem ->> 'message' like 'Lever no longer has%' then 'gone' else 'archived' end
  where closed_at is null and problem ->> 'code' = 'booked_but_ended';
-- How often the links of the case's candidate were ended: each link says how often that was when it was made.
alter table cases add column links_ended integer not null default 0 check (links_ended >= 0);
