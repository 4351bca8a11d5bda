-- Tokens that people make for their assistants: good for MCP alone and for what they were made for; null: for all that the role may.
alter table api_tokens add column scopes text[];
-- What its owner calls it.
alter table api_tokens add column label text;
