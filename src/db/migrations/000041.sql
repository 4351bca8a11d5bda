-- One debrief of a case's round, however often it was proposed.
create unique index proposals_one_debrief on proposals (case_id)
  where kind = 'book_debrief' and status in ('approved', 'performing', 'done');
