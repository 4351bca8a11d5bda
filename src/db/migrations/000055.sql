-- How much of a chat its candidate was shown, and when they are told by mail that a person has answered them. What was answered before is
-- not told of any more.
alter table chats add column seen_seq integer not null default 0;
alter table chats add column answers_due_at timestamptz;
update chats set seen_seq = coalesce((select max(seq) from chat_messages where chat_messages.case_id = chats.case_id), 0);
create index chats_answers_due on chats (answers_due_at) where answers_due_at is not null;
