-- Who answers for a case, as Lever had it when a run saw it last; null: nobody, or no run has seen it since this is kept.
alter table cases add column recruiter_id text;
create index cases_by_recruiter on cases (recruiter_id) where recruiter_id is not null;
