/**
 * Whoever is invited anew to a meeting that did not change itself gets another copy, which their calendar takes for
 * newer: how many of them went out beyond the meeting's own changes.
 */
export const letterCopies = `
alter table calendar_letters add column copies int not null default 0;
`
