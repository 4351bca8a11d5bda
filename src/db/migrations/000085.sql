-- What is asked in plain words with a token of a program came by the API, and not from the dashboard.
alter table plain_requests drop constraint plain_requests_via_check;
alter table plain_requests add constraint plain_requests_via_check check (via in ('dashboard', 'api', 'slack', 'mcp'));
