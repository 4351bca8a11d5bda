-- Tokens come in the order of time and go by it: a summary of each block finds the old ones, and costs a delivery nothing.
drop index delivery_tokens_by_time;
create index delivery_tokens_by_time on delivery_tokens using brin (seen_at);
