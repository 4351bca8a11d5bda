-- How many tokens a run and a day have used, shared by all processes; by `run:<id>` and `day:<date>`.
create table model_budgets (
  scope text primary key,
  tokens bigint not null,
  used_at timestamptz not null
);
create index model_budgets_used_at on model_budgets (used_at);

-- How each model of each server may be asked: what it refuses is left out.
create table model_dialects (
  endpoint text not null,
  model text not null,
  dialect jsonb not null,
  found_at timestamptz not null,
  primary key (endpoint, model)
);
