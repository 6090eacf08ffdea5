/** The address of somebody who asked to be forgotten is kept until their calendar has let go of the meetings ahead. */
export const lastLetters = `
alter table calendar_letters add column is_last boolean not null default false;
`
