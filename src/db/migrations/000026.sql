-- Which of an offer's times a hold is for; null: of no offer. At most one of them comes true, so an offer is one interview
-- where people's interviews are counted. Offers of before this last four days at most, and count as before.
alter table reservations add column offered smallint check (offered >= 0);
