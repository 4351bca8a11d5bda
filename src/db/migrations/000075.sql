-- For whom in Lever a token or session stands; null: a program's, or one from before this was kept.
alter table api_tokens add column lever_user_id text;

-- By which whoever approved is known as a person, and whoever it was approved for; null: of before this was kept.
alter table approvals add column person_keys text[], add column for_keys text[];
