/** Answers to an hour that a meeting has no more are kept; a meeting may be on record as held before its outcome is. */
export const firstDays = `
alter table invitations
  add column former text check (former in ('yes', 'no', 'maybe')),
  add column former_starts_at timestamptz;
alter table meetings drop constraint meetings_check;
`
