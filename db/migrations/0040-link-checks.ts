/** When links of updates were last followed, and what came of it. */
export const linkChecks = `
create table link_checks (
  url text primary key,
  checked_at timestamptz not null,
  -- How often in a row it led nowhere, since when, and why; none while it leads somewhere.
  failures int not null default 0,
  fault text,
  failing_since timestamptz
);
create index link_checks_dead on link_checks (url) where failures >= 2;
`
