/** What people look for in a directory: where somebody sits, what they speak, what a group deals with, old acronyms. */
export const finding = `
-- Signs of Arabic and Cyrillic that people type either way count as one, and what only guides the voice is left out.
create or replace function fold(text) returns text language sql immutable strict parallel safe
  return translate(lower(public.unaccent('public.unaccent', $1)),
    'أإآٱىةؤئёй' || U&'\\064B\\064C\\064D\\064E\\064F\\0650\\0651\\0652\\0670\\0640', 'اااايهويеи');

create function folded(text[]) returns text[] language sql immutable strict parallel safe
  return array(select fold(name) from unnest($1) name);

-- The given name inside a name that is written without a space: of 王小明 the words 王, 小明 and 明.
create function inner_names(text) returns text language sql immutable strict parallel safe
  return regexp_replace($1, '([㐀-鿿가-힣])([㐀-鿿가-힣])([㐀-鿿가-힣]?)([㐀-鿿가-힣]?)', '\\1\\2 \\1 \\2\\3\\4 \\3\\4', 'g');

alter table people
  add column station text check (station <> ''),
  add column country text check (country <> ''),
  add column languages text[] not null default '{}',
  -- Kept by a trigger, so that searching for somebody of an entity reads one table.
  add column entity_acronym text;
update people p set entity_acronym = e.acronym from entities e where e.id = p.entity_id;

create function keep_entity_acronym() returns trigger language plpgsql as $$
begin
  new.entity_acronym := (select acronym from entities where id = new.entity_id);
  return new;
end $$;
create trigger people_of_entity before insert or update of entity_id on people
  for each row execute function keep_entity_acronym();
create function rename_entity_of_people() returns trigger language plpgsql as $$
begin
  update people set entity_acronym = new.acronym where entity_id = new.id;
  return null;
end $$;
create trigger entities_renamed after update of acronym on entities
  for each row when (old.acronym is distinct from new.acronym) execute function rename_entity_of_people();

alter table people drop column search;
alter table people add column search text generated always as (fold(
  name || ' ' || case when inner_names(name) = name then '' else inner_names(name) end || ' ' || coalesce(title, '')
  || ' ' || coalesce(email, '') || ' ' || coalesce(entity_acronym, '') || ' ' || coalesce(station, '')
  || ' ' || coalesce(country, '') || ' ' || joined_names(languages))) stored;
create index people_search on people using gin (search gin_trgm_ops);

-- A regional organization is one kind, any other organization that takes part another.
alter table entities drop constraint entities_kind_check;
alter table entities add constraint entities_kind_check
  check (kind in ('member', 'observer', 'member-state', 'regional-organization', 'organization'));

alter table entities add column part_acronyms text[] not null default '{}';
create or replace function keep_part_names() returns trigger language plpgsql as $$
begin
  update entities e set
    part_names = coalesce(
      (select array_agg(p.acronym || ' ' || p.name order by p.acronym) from entity_parts p where p.entity_id = e.id), '{}'),
    part_acronyms = coalesce(
      (select array_agg(p.acronym order by p.acronym) from entity_parts p where p.entity_id = e.id), '{}')
  where e.id = coalesce(new.entity_id, old.entity_id);
  return null;
end $$;
update entities e set part_acronyms = coalesce(
  (select array_agg(p.acronym order by p.acronym) from entity_parts p where p.entity_id = e.id), '{}');
alter table entities drop column search;
alter table entities add column search text generated always as (
    fold(acronym || ' ' || name || ' ' || joined_names(aliases) || ' ' || joined_names(part_names))) stored;
alter table entities add column handles text[] generated always as (
    folded(array[acronym] || aliases || part_acronyms)) stored;
create index entities_search on entities using gin (search gin_trgm_ops);
create index entities_handles on entities using gin (handles);

alter table working_groups add column subjects text[] not null default '{}';
alter table working_groups drop column search;
alter table working_groups add column search text generated always as (
  fold(acronym || ' ' || name || ' ' || joined_names(aliases))) stored;
alter table working_groups add column topics text generated always as (
  fold(joined_names(subjects) || ' ' || objective)) stored;
alter table working_groups add column handles text[] generated always as (folded(array[acronym] || aliases)) stored;
create index working_groups_search on working_groups using gin (search gin_trgm_ops);
create index working_groups_topics on working_groups using gin (topics gin_trgm_ops);
create index working_groups_handles on working_groups using gin (handles);

-- Who holds a role by name alone, without a record of their own.
create index roles_holder on roles using gin (fold(holder) gin_trgm_ops) where holder is not null and person_id is null;

insert into words
select distinct word from (
  select search from people union all select search from entities
  union all select search || ' ' || topics from working_groups) written,
  regexp_split_to_table(regexp_replace(search, '[^[:space:]]+@[^[:space:]]+', '', 'g'), '[[:space:][:punct:]$+<=>^|~]+') word
where length(word) between 3 and 60 order by word
on conflict do nothing;
reindex index meetings_title;
`
