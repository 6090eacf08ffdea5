/** What a column of a spreadsheet means is asked once; whole files wait, with all their sheets. */
export const importHeadings = `
create table import_headings (
  -- The kind of record and the folded heading, such as “person courriel pro”.
  heading text primary key,
  -- The field that it fills; empty for a column of no use.
  field text not null,
  said_by int references people,
  said_at timestamptz not null
);

-- What was read by an earlier version cannot be taken over any more, and holds what people sent.
update directory_imports set content = '{}'::jsonb where applied_at is null;
create index directory_imports_waiting on directory_imports (read_at) where applied_at is null;
`
