/** Every form of a published edition as it was printed, byte for byte, whatever later versions of the program print. */
export const printedFiles = `
create table newsletter_files (
  newsletter_id int not null,
  edition int not null,
  -- What /newsletter export calls the form; feed is what the feed says of the edition.
  format text not null check (format in ('markdown', 'html', 'docx', 'eml', 'json', 'feed')),
  content bytea not null,
  primary key (newsletter_id, edition, format),
  foreign key (newsletter_id, edition) references newsletter_editions
);
`
