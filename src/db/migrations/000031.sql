-- Whether Lever said, when it was last asked, that the candidacy is confidential: what is kept of it is shown to nobody then.
alter table cases add column is_confidential boolean not null default false;
