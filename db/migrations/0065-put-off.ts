/** A meeting that had begun and was put off is as it was once it is moved back. */
export const putOff = `
alter table meetings
  -- When it began by its plan, and when it was opened and closed there, before it was put off.
  add column put_off_from timestamptz,
  add column put_off_begun_at timestamptz,
  add column put_off_closed_at timestamptz;
-- When they said that they were there, before it was put off.
alter table invitations add column former_present_at timestamptz;
`
