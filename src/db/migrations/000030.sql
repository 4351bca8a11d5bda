-- The level that somebody has set for a posting; null: it is read from its text.
alter table question_sets add column level text;
