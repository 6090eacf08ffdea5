/** What entities and working groups were called before. */
export const formerNames = `
create table former_names (
  id int generated always as identity primary key,
  entity_id int references entities (id),
  group_id int references working_groups (id),
  acronym text not null,
  name text not null,
  -- The days on which they were called so; without a first day where none is known.
  during daterange not null check (not isempty(during) and upper(during) is not null),
  -- By which change they got another name, and which change says that they were never called so.
  change_id int not null references directory_changes (id),
  superseded_by int references directory_changes (id),
  check (num_nonnulls(entity_id, group_id) = 1),
  constraint former_names_of_entity exclude using gist (entity_id with =, during with &&)
    where (entity_id is not null and superseded_by is null),
  constraint former_names_of_group exclude using gist (group_id with =, during with &&)
    where (group_id is not null and superseded_by is null)
);
create index former_names_change on former_names (change_id);
create index former_names_superseded on former_names (superseded_by);
`
