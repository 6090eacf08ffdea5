/**
 * Who may see an address and who was shown it, how fresh a record is, other mailboxes, reports of what is wrong,
 * nominations and handovers.
 */
export const directoryPeople = `
-- Who may see an address; when the record was last said to be true and by whom; the record that a twin became part of.
alter table people
  add column email_for text not null default 'everyone'
    check (email_for in ('self', 'secretariat', 'entity', 'group', 'everyone')),
  add column phone_for text not null default 'entity'
    check (phone_for in ('self', 'secretariat', 'entity', 'group', 'everyone')),
  add column confirmed_at timestamptz,
  add column confirmed_by int references people,
  add column added_at timestamptz not null default stamped_at(),
  add column merged_into int references people;

-- An address that not everyone may see is not found by a part of it either.
alter table people drop column search;
alter table people add column search text generated always as (fold(
  name || ' ' || case when inner_names(name) = name then '' else inner_names(name) end || ' ' || coalesce(title, '')
  || ' ' || case when email_for = 'everyone' then coalesce(email, '') else '' end
  || ' ' || coalesce(entity_acronym, '') || ' ' || coalesce(station, '')
  || ' ' || coalesce(country, '') || ' ' || joined_names(languages))) stored;
create index people_search on people using gin (search gin_trgm_ops);
create index people_confirmed on people ((coalesce(confirmed_at, added_at))) where retired_on is null;

-- The same words in any order, letter case and accents, and Cyrillic or Greek as it is written in Latin letters.
create function name_key(text) returns text language sql immutable strict parallel safe
  return array_to_string(array(
    select word from regexp_split_to_table(
      translate(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
          fold($1), 'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ж', 'zh'), 'ц', 'ts'), 'х', 'kh'), 'ю', 'yu'), 'я', 'ya'), 'θ', 'th'), 'ψ', 'ps'), 'χ', 'ch'),
        'абвгдезийклмнопрстуфыэіїєґўαβγδεζηικλμνξοπρσςτυφωьъ',
        'abvgdeziyklmnoprstufyeiiyguavgdeziiklmnxoprsstyfo'),
      '[^[:alnum:]]+') word
    where word <> '' order by word collate "C"), ' ');
create index people_name_key on people (name_key(name)) where retired_on is null;

-- Other mailboxes of a person: each is somebody's alone.
create table other_addresses (
  email text primary key check (email = lower(email) and email like '_%@_%'),
  person_id int not null references people
);
create index other_addresses_person on other_addresses (person_id);

-- Who was shown whose address, and by what command.
create table disclosures (
  id bigint generated always as identity primary key,
  person_id int not null references people,
  viewer_id int not null references people,
  fields text[] not null,
  door text not null,
  at timestamptz not null
);
create index disclosures_person on disclosures (person_id, at desc);

-- "This looks wrong": what somebody says of a record, until whoever can mend it has.
create table directory_reports (
  id int generated always as identity primary key,
  kind text not null check (kind in ('entity', 'person')),
  record_id int not null,
  what text not null check (what <> ''),
  reported_by int not null references people,
  reported_at timestamptz not null,
  settled_by int references people,
  settled_at timestamptz
);
create index directory_reports_open on directory_reports (reported_at) where settled_at is null;

create table nominations (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  entity_id int not null references entities,
  seat text not null check (seat in ('principal', 'alternate', 'observer')),
  person_id int not null references people,
  from_on date not null,
  source text check (source <> ''),
  nominated_by int not null references people,
  nominated_at timestamptz not null,
  decided_by int references people,
  decided_at timestamptz,
  outcome text check (outcome in ('confirmed', 'declined')),
  reason text
);
create unique index nominations_open on nominations (group_id, entity_id, seat, person_id) where decided_at is null;

-- What one person hands to another on a day: done by itself on that day.
create table handovers (
  id int generated always as identity primary key,
  from_person int references people,
  to_person int not null references people,
  -- What moves: all that the person holds, or one role of one group.
  group_id int references working_groups,
  role text check (role in ('chair', 'co-chair', 'vice-chair', 'member', 'observer')),
  entity_id int references entities,
  on_day date not null,
  zone text not null,
  with_reminders boolean not null,
  asked_by int not null references people,
  asked_at timestamptz not null,
  change_id int references directory_changes,
  done_at timestamptz,
  withdrawn_at timestamptz,
  fault text
);
create index handovers_waiting on handovers (on_day) where done_at is null and withdrawn_at is null;
`
