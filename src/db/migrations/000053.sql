-- What is a problem of a case: a list, one entry a thing, of which each is set and ended by itself. What was one text of several is taken
-- apart: what happened to a booking, what came of it, and what is said of the debrief.
alter table cases add column problems jsonb not null default '[]';

update cases set problems = (
  select coalesce(jsonb_agg(entry order by n), '[]') from (
    select 1 as n, jsonb_build_object('code', problem ->> 'code', 'message', coalesce(problem ->> 'happened', said)) as entry
    union all
    select 2, jsonb_build_object('code', 'no_slot', 'message', substr(said, length(problem ->> 'happened') + 2))
      where length(said) > length(problem ->> 'happened') + 1
    union all
    select 3, problem -> 'debrief' where problem ? 'debrief'
  ) parts)
from (
  select id as of, replace(problem ->> 'message', coalesce(' ' || (problem #>> '{debrief,message}'), ''), '') as said from cases
) texts
where texts.of = cases.id and problem is not null;

alter table cases drop column problem;

-- When a candidate who did not come is to be offered another time once more: it could not be told whether it was true.
alter table attendances add column ask_again_at timestamptz;
