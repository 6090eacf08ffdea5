/** What each person changed last, with the button that takes it back, for whoever says “undo” some lines later. */
export const lastChanges = `
create table last_changes (
  person_id int primary key references people on delete cascade,
  command text not null,
  at timestamptz not null,
  -- What was answered, and the button; both are missing where the change has no undo.
  said jsonb,
  undo jsonb,
  check ((said is null) = (undo is null))
);
`
