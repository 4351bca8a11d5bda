-- For whom in Lever a token or session stands; null: a program's, or one from before this was kept.
alter table api_tokens add column lever_user_id text;
