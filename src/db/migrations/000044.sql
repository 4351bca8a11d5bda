-- Why an interview was missed, of a closed list; null: nobody has said.
alter table attendances add column reason text check (reason is null or attended is false and reason in
  ('no_word', 'told_before', 'other_time', 'technical', 'panel_absent'));
