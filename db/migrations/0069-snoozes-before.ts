/** A snooze until just before a meeting follows the meeting when it is moved. */
export const snoozesBefore = `
alter table snoozes add column before_meeting boolean not null default false;
`
