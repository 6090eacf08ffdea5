/** What a guest whom the directory does not know is called. */
export const guestNames = `
alter table meeting_guests add column name text check (name <> '');
`
