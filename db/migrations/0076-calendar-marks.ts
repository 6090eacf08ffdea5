/**
 * A number comes again in a restored store, and in another one; calendars keep what they were sent. Meetings and series
 * made from now on have a random part in their identifiers there; those before keep the identifiers that people hold.
 */
export const calendarMarks = `
alter table meetings add column calendar_mark text;
alter table meetings alter column calendar_mark set default substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);
alter table meeting_series add column calendar_mark text;
alter table meeting_series
  alter column calendar_mark set default substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);
`
