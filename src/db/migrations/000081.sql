-- Who asked in plain words, by what tells them from everybody else, and no longer by their name alone. A name that the sign-ins of one
-- person alone have is that person's; one that several have, or nobody any more, is of whoever has nothing but that name.
alter table plain_requests add column asked_keys text[] not null default '{}';
with named as (
  select lower(name) as name, array_agg(distinct lever_user_id) filter (where lever_user_id is not null) as people,
    array_agg(distinct lower(email)) filter (where email is not null) as emails,
    count(distinct coalesce(lever_user_id, lower(email), '')) as known
  from api_tokens where position('@' in name) = 0 group by lower(name))
update plain_requests q set asked_keys = case
  when q.asked_by ~ '^[^\s@]+@[^\s@]+$' then array['address ' || lower(q.asked_by)]
  else coalesce(
    (select array_remove(array['lever ' || n.people[1], 'address ' || n.emails[1]], null) from named n
     where n.name = lower(q.asked_by) and n.known = 1 and coalesce(cardinality(n.people), cardinality(n.emails)) = 1
       and coalesce(cardinality(n.people), 1) = 1 and coalesce(cardinality(n.emails), 1) = 1),
    array['name ' || lower(q.asked_by)])
  end;
drop index plain_requests_by_asker;
create index plain_requests_by_keys on plain_requests using gin (asked_keys);
