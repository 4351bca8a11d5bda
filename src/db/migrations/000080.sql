-- Until when a role that the directory's groups gave holds without signing in again. A role set by hand holds until it is set anew.
alter table accounts add column groups_until timestamptz;
update accounts set groups_until = signed_in_at + interval '30 days' where signed_in_at is not null;
