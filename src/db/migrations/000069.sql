-- Where the law is told apart by place: of the posting, as Lever said when the case was read last. Null: not known, so all may hold.
alter table cases add column jurisdictions text[];

-- What an admin records for New York City's rule on tools that help to decide: notices to candidates, bias audits, and which feature is
-- such a tool for which posting.
create table aedt_records (
  id text primary key,
  kind text not null check (kind in ('notice', 'audit', 'class')),
  -- Null: of all postings; of all features.
  posting_id text,
  feature text check (feature in ('synthesis', 'stage_rule')),
  -- Of a class alone: whether it is such a tool.
  is_classed boolean,
  dated date not null,
  -- Of a notice alone: ten business days after it.
  first_day date,
  note text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((kind = 'class') = (is_classed is not null)),
  check ((kind = 'notice') = (first_day is not null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
