-- Who was erased, or is to be: ids alone. `opportunity_ids`: the candidacies that it is about; `is_whole`: the person's key went too, null
-- before it is done. `tries`: how often it found a run at work and let it end. `counts` and `outside`: what went, and what stands elsewhere.
-- `reopened_at`: they are with us again, and their texts have a key once more.
create table erasures (
  id text primary key,
  candidate text not null,
  opportunity_ids text[] not null,
  cause text not null check (cause in ('lever', 'person', 'retention')),
  reason text not null,
  reference text,
  asked_by text not null,
  asked_at timestamptz not null,
  -- Of an erasure that a restored database had lost: when it was done first.
  first_erased_at timestamptz,
  tries integer not null default 0,
  is_whole boolean,
  erased_at timestamptz,
  counts jsonb,
  outside jsonb,
  reopened_at timestamptz
);
create unique index erasures_one_open on erasures (candidate) where erased_at is null;
create index erasures_by_time on erasures (asked_at desc, id);
create index erasures_by_candidate on erasures (candidate);
create index erasures_by_opportunity on erasures using gin (opportunity_ids);

alter table cases add column erased_at timestamptz;
