/** A file that was taken over is one change, which can be taken back as a whole. */
export const importUndo = `
alter table directory_changes drop constraint directory_changes_kind_check;
alter table directory_changes add constraint directory_changes_kind_check
  check (kind in ('entity', 'person', 'group', 'seat', 'handover', 'merge', 'import'));
`
