/** A text under silence that reached none of those who might have objected is not adopted. */
export const unheardSilences = `
alter table silence_procedures
  drop constraint silence_procedures_status_check,
  add constraint silence_procedures_status_check check (status in ('open', 'broken', 'adopted', 'unheard'));
`
