/** What the secretariat asked once more of an entity or of those who lead a group, for an issue. */
export const newsletterNudges = `
create table newsletter_nudges (
  id int generated always as identity primary key,
  newsletter_id int not null references newsletters,
  entity_id int references entities,
  group_id int references working_groups,
  nudged_by int not null references people,
  nudged_at timestamptz not null,
  check (num_nonnulls(entity_id, group_id) = 1)
);
create index newsletter_nudges_issue on newsletter_nudges (newsletter_id);
`
