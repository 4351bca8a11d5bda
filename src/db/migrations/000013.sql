-- One pace for the whole installation, in the settings: not one for each comparison.
alter table reconciliations drop column paced_at;
