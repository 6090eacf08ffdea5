/** A file that was read and shown, and waits for the word to take it over. */
export const directoryImports = `
create table directory_imports (
  id int generated always as identity primary key,
  -- What was read of it: a kind of record and the records, as the import understands them.
  content jsonb not null,
  file_name text not null,
  read_by int not null references people,
  read_at timestamptz not null,
  applied_at timestamptz
);
`
