-- Rules of policy name interview plans, so each proposal says of which it is; older ones do not say.
alter table proposals add column plan_id text;
