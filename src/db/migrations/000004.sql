-- A session ends with the token it was opened with: the hash of that token; null in a sandbox, where none is needed.
alter table api_tokens add column opened_with text;
