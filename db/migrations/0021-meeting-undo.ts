/** How a meeting stood before its outcome was recorded, so that the record can be taken back to the letter. */
export const meetingUndo = `
alter table meetings add column former jsonb;
`
