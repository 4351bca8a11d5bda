-- A session's secret is changed now and then: what was asked for with the former one meanwhile is still answered for a moment.
alter table api_tokens add column former_hash text;
alter table api_tokens add column renewed_at timestamptz;
create unique index api_tokens_by_former on api_tokens (former_hash) where former_hash is not null;
