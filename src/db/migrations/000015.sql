-- Where the event of a token is, for a delivery that comes again under another id, or under none.
alter table delivery_tokens add column delivery_key text;
