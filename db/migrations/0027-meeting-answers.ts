/** A word beside an answer to an invitation, and how many people came to a meeting. */
export const meetingAnswers = `
alter table invitations add column remark text;
alter table meetings add column participants int check (participants > 0);
`
