/** A poll says what kind of meeting it is about. */
export const pollKinds = `
alter table polls add column kind text not null default 'regular'
  check (kind in ('regular', 'in-focus', 'committee', 'briefing'));
`
