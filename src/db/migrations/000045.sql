-- One that was taken off its calendar is none any more, and another one may be booked: whether the time of one that is done is still kept
-- is asked as the next one is booked.
drop index proposals_one_debrief;
create unique index proposals_one_debrief on proposals (case_id)
  where kind = 'book_debrief' and status in ('approved', 'performing');
