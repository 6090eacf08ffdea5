/**
 * What the internal minutes alone say is for members alone in the history too: internal notes, what is proposed and
 * not adopted, and who objected and why. Of a note of before it is not told for whom it was.
 */
export const internalChanges = `
alter table meeting_changes add column internal boolean not null default false;
update meeting_changes set internal = true
where what->0->>'text' in ('Noted (N', 'Proposed R')
  or what->1->>'text' = ' objects to R'
  or what->0->>'text' = 'R' and what->2->>'text' = ' is '
    and (what->3->>'text' <> 'adopted' or what->6 is not null);
`
