/** Who accepted an update, and how it stood before its last change, so that the change can be taken back to the letter. */
export const updateUndo = `
alter table updates
  add column accepted_by int references people,
  add column former jsonb;
`
