/** An issue is approved and published; what was printed is kept as it was, one edition for each correction. */
export const newsletterEditions = `
alter table newsletters drop constraint newsletters_status_check;
alter table newsletters add constraint newsletters_status_check
  check (status in ('open', 'closed', 'approved', 'published'));

create table newsletter_editions (
  newsletter_id int not null references newsletters,
  -- From 1; each correction is the next one.
  edition int not null check (edition > 0),
  -- The newsletter as it was composed: every output is made from it, so the same edition gives the same bytes.
  content jsonb not null,
  -- What was corrected, in the secretariat's words.
  note text,
  published_by int not null references people,
  published_at timestamptz not null,
  primary key (newsletter_id, edition),
  check ((edition = 1) = (note is null))
);
`
