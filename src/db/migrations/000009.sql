-- When the trace of a run that has ended was removed by age.
alter table runs add column pruned_at timestamptz;
create index runs_to_prune on runs (finished_at)
  where pruned_at is null and status in ('done', 'superseded');

-- Whoever removes a text is asked who still refers to it: without these, by reading every table.
create index run_steps_by_input on run_steps (input_text_id) where input_text_id is not null;
create index run_steps_by_output on run_steps (output_text_id) where output_text_id is not null;
create index papers_by_text on papers (text_id);
create index cases_by_name_text on cases (name_text_id) where name_text_id is not null;
create index proposals_by_payload on proposals (payload_text_id) where payload_text_id is not null;
create index proposals_by_context on proposals (context_text_id) where context_text_id is not null;
create index decisions_by_reason on decisions (reason_text_id) where reason_text_id is not null;
create index effects_by_result on effects (result_text_id) where result_text_id is not null;
