alter table effects add column left_at timestamptz;
