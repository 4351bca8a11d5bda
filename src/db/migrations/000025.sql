-- Links of a candidate's page, other interviews of a candidate and erasure find cases by their candidate.
create index cases_by_candidate on cases (candidate);
