-- Which session of its booking a step is about, so that a step is known by what it does and not by its number. Null: it is
-- about all of them, or was planned before this was kept.
alter table effects add column session text;
