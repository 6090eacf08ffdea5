/** The joint calendar is read page by page, each from the meeting before it. */
export const calendarPages = `
create index meetings_start_id on meetings (starts_at, id) include (groups);
drop index meetings_start;
`
