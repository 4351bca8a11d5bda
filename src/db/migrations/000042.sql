-- Whether help helps: of each time of an interview when its risk first reached what the plan says (`help_due_at`, of whoever is held out
-- too), whether there was still time for any help then, and when some of it left.
alter table attendances add column help_due_at timestamptz;
alter table attendances add column help_is_timely boolean;
alter table attendances add column helped_at timestamptz;

-- `facts` are from now on as they were at one moment before the interview, and are written once. Those kept so far are of its last hour,
-- which nobody knows when a risk is told: nothing may be learnt from them.
update attendances set facts = null;

-- Help is due, and there is no time at which the recruiter could be told: it stands on the page of the day alone.
alter table no_show_risks add column on_today boolean not null default false;

-- What was refused in doubt is asked for again, not before `again_at`; null: it has not been.
alter table reminders add column again_at timestamptz;
