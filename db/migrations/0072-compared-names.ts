/** Names as they are compared with what is typed: folded once when they are written, not at every look. */
export const comparedNames = `
-- Without case and accents, and with blanks for hyphens: ONU Femmes is ONU-Femmes.
create function compared(text) returns text language sql immutable strict parallel safe
  return translate(public.fold($1), '-‐‑–’', '    ''');

create function compared(text[]) returns text[] language sql immutable strict parallel safe
  return array(select public.compared(name) from unnest($1) name);

alter table entities
  add column compared_acronym text not null generated always as (compared(acronym)) stored,
  add column compared_name text not null generated always as (compared(name)) stored,
  add column compared_aliases text[] not null generated always as (compared(aliases)) stored;

alter table entity_parts
  add column compared_acronym text not null generated always as (compared(acronym)) stored,
  add column compared_name text not null generated always as (compared(name)) stored;

alter table working_groups
  add column compared_acronym text not null generated always as (compared(acronym)) stored,
  add column compared_name text not null generated always as (compared(name)) stored,
  add column compared_aliases text[] not null generated always as (compared(aliases)) stored;
`
