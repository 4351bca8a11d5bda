-- What a request has handed on is looked for by its event as each proposal is stored.
create index plain_requests_handed on plain_requests (handed_event_id) where handed_event_id is not null;
