-- How far a token reaches, and whose it is: null teams and requisitions: everywhere.
alter table api_tokens add column teams text[];
alter table api_tokens add column requisitions text[];
alter table api_tokens add column email text;
-- Of the posting, as Lever said when the case was read last.
alter table cases add column requisitions text[] not null default '{}';
