/** The house as it was first built. A migration is never edited; what changes comes as the next number. */
export const house = `
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Comparing a word with a long text costs far more than the planner thinks, who would read small tables in
-- full. Where the extension belongs to somebody else, that is only slower.
do $$ begin
  alter function word_similarity_op(text, text) cost 1000;
  alter function word_similarity_commutator_op(text, text) cost 1000;
exception when insufficient_privilege then null;
end $$;

-- Case- and accent-blind text for search; immutable because the dictionary is named.
create function fold(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent', $1));

create function joined_names(text[]) returns text language sql immutable strict parallel safe
  return array_to_string($1, ' ');

create table entities (
  id int generated always as identity primary key,
  acronym text not null check (acronym <> ''),
  name text not null check (name <> ''),
  kind text not null check (kind in ('member', 'observer', 'member-state', 'organization')),
  type text check (type in ('un', 'non-un')),
  joined date,
  retired date check (retired is null or joined is null or retired >= joined),
  aliases text[] not null default '{}',
  part_names text[] not null default '{}',
  search text generated always as (
    fold(acronym || ' ' || name || ' ' || joined_names(aliases) || ' ' || joined_names(part_names))) stored
);
create unique index entities_acronym on entities (lower(acronym));
create index entities_kind on entities (kind, acronym);
create index entities_search on entities using gin (search gin_trgm_ops);

create table entity_parts (
  id int generated always as identity primary key,
  entity_id int not null references entities on delete cascade,
  acronym text not null,
  name text not null,
  unique (entity_id, acronym)
);

-- Search reads one row a entity, so the names of its parts stand there too.
create function keep_part_names() returns trigger language plpgsql as $$
begin
  update entities e set part_names = coalesce(
    (select array_agg(p.acronym || ' ' || p.name order by p.acronym) from entity_parts p where p.entity_id = e.id), '{}')
  where e.id = coalesce(new.entity_id, old.entity_id);
  return null;
end $$;
create trigger entity_parts_named after insert or update or delete on entity_parts
  for each row execute function keep_part_names();

create table people (
  id int generated always as identity primary key,
  name text not null check (name <> ''),
  email text check (email = lower(email) and email like '_%@_%'),
  entity_id int references entities,
  title text,
  is_secretariat boolean not null default false,
  is_coordinator boolean not null default false,
  zone text not null default 'UTC',
  locale text,
  retired_on date,
  search text generated always as (fold(name || ' ' || coalesce(title, '') || ' ' || coalesce(email, ''))) stored
);
create unique index people_email on people (email);
create index people_entity on people (entity_id) where retired_on is null;
create index people_secretariat on people (id) where is_secretariat;
create index people_search on people using gin (search gin_trgm_ops);

create table identities (
  platform text not null,
  tenant text not null,
  account text not null,
  person_id int not null references people on delete cascade,
  linked_at timestamptz not null,
  via text not null check (via in ('email-code', 'secretariat', 'sample', 'platform')),
  primary key (platform, tenant, account)
);
create index identities_person on identities (person_id, linked_at desc);

create table working_groups (
  id int generated always as identity primary key,
  number int not null unique,
  acronym text not null check (acronym <> ''),
  name text not null check (name <> ''),
  pillar text check (pillar in ('I', 'II', 'III', 'IV')),
  objective text not null default '',
  open_to_all boolean not null default false,
  aliases text[] not null default '{}',
  search text generated always as (fold(acronym || ' ' || name || ' ' || joined_names(aliases))) stored
);
create unique index working_groups_acronym on working_groups (lower(acronym));
create index working_groups_search on working_groups using gin (search gin_trgm_ops);

-- Every word of every name, once: a misspelt word is compared with these rather than with all names.
create table words (word text primary key);
create index words_word on words using gin (word gin_trgm_ops);
create function keep_words() returns trigger language plpgsql as $$
begin
  insert into words
  select distinct word from written, regexp_split_to_table(regexp_replace(search, '[^[:space:]]+@[^[:space:]]+', '', 'g'), '[[:space:][:punct:]$+<=>^|~]+') word
  where length(word) between 3 and 60 order by word
  on conflict do nothing;
  return null;
end $$;
create trigger entities_added after insert on entities referencing new table as written for each statement execute function keep_words();
create trigger entities_changed after update on entities referencing new table as written for each statement execute function keep_words();
create trigger people_added after insert on people referencing new table as written for each statement execute function keep_words();
create trigger people_changed after update on people referencing new table as written for each statement execute function keep_words();
create trigger working_groups_added after insert on working_groups referencing new table as written for each statement execute function keep_words();
create trigger working_groups_changed after update on working_groups referencing new table as written for each statement execute function keep_words();

create table roles (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  role text not null check (role in ('chair', 'co-chair', 'vice-chair', 'member', 'observer')),
  entity_id int not null references entities,
  person_id int references people,
  holder text,
  during daterange not null check (not isempty(during)),
  as_of text,
  note text,
  created_by int references people,
  created_at timestamptz not null,
  constraint roles_no_twin exclude using gist
    (group_id with =, role with =, entity_id with =, (coalesce(person_id, 0)) with =, during with &&),
  constraint roles_one_chair exclude using gist (group_id with =, during with &&) where (role = 'chair'),
  constraint roles_member_or_observer exclude using gist
    (group_id with =, entity_id with =, (coalesce(person_id, 0)) with =, during with &&) where (role in ('member', 'observer'))
);
create index roles_group on roles (group_id, role);
create index roles_entity on roles (entity_id);
create index roles_person on roles (person_id) where person_id is not null;
create index roles_begin on roles (lower(during)) where role in ('chair', 'co-chair', 'vice-chair');

create table meetings (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() unique,
  group_id int references working_groups,
  title text not null check (title <> ''),
  kind text not null check (kind in ('regular', 'in-focus', 'committee', 'briefing')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 1 and 20160),
  zone text not null,
  place text,
  link text,
  status text not null check (status in ('scheduled', 'held', 'cancelled')),
  summary text,
  attended int[] not null default '{}',
  held_at timestamptz,
  cancelled_reason text,
  organizer_id int not null references people,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sequence int not null default 0,
  check (status <> 'held' or summary is not null)
);
create index meetings_start on meetings (starts_at);
create index meetings_group_start on meetings (group_id, starts_at);
create index meetings_title on meetings using gin (fold(title) gin_trgm_ops);

create table invitations (
  meeting_id int not null references meetings on delete cascade,
  person_id int not null references people,
  "as" text not null check ("as" in ('chair', 'member', 'observer')),
  response text check (response in ('yes', 'no', 'maybe')),
  responded_at timestamptz,
  primary key (meeting_id, person_id)
);
create index invitations_person on invitations (person_id, meeting_id);

create table newsletters (
  id int generated always as identity primary key,
  number int not null unique,
  kind text not null check (kind in ('bi-monthly', 'annual')),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  closes_at timestamptz not null,
  status text not null check (status in ('open', 'closed', 'published')),
  opened_by int not null references people,
  opened_at timestamptz not null,
  constraint newsletters_no_overlap exclude using gist (kind with =, (daterange(period_from, period_to, '[]')) with &&)
);
create index newsletters_open on newsletters (closes_at) where status = 'open';

create table updates (
  id int generated always as identity primary key,
  author_id int not null references people,
  entity_id int references entities,
  newsletter_id int references newsletters,
  status text not null check (status in ('proposed', 'accepted', 'returned', 'withdrawn')),
  version int not null check (version > 0),
  posted_at timestamptz not null,
  comment text,
  -- How often its status was decided, so that each decision is told once.
  decisions int not null default 0
);
create index updates_author on updates (author_id, posted_at desc);
create index updates_entity on updates (entity_id, posted_at desc);
create index updates_newsletter on updates (newsletter_id, status);
create index updates_unassigned on updates (posted_at) where newsletter_id is null;
create index updates_posted on updates (posted_at desc);

create table update_versions (
  update_id int not null references updates on delete cascade,
  version int not null check (version > 0),
  text text not null,
  original_text text not null,
  section text not null,
  printed_date text,
  date_form text not null,
  start_on date,
  end_on date check (end_on >= start_on),
  precision text check (precision in ('day', 'month')),
  dates jsonb not null default '[]',
  entities text[] not null default '{}',
  wg text,
  place text,
  links jsonb not null default '[]',
  edited_by int not null references people,
  edited_at timestamptz not null,
  primary key (update_id, version)
);
create index update_versions_section on update_versions (section, start_on);
alter table updates add constraint updates_current_version foreign key (id, version)
  references update_versions (update_id, version) deferrable initially deferred;

create table reminders (
  id int generated always as identity primary key,
  person_id int not null references people,
  text text not null,
  at timestamptz not null,
  zone text not null,
  status text not null check (status in ('waiting', 'sent', 'cancelled')),
  created_at timestamptz not null
);
create index reminders_due on reminders (at) where status = 'waiting';
create index reminders_person on reminders (person_id, at) where status = 'waiting';

-- The ledger: what is told to whom, once for ever.
create table notices (
  id bigint generated always as identity primary key,
  key text not null unique,
  person_id int not null references people,
  kind text not null,
  subject text not null,
  body json not null,
  -- When a job for it was last queued, or is to come back.
  queued_at timestamptz not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'ambiguous', 'dead')),
  tries int not null default 0,
  fault text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index notices_queued on notices (queued_at) where state = 'queued';
create index notices_unsent on notices (created_at) where state not in ('queued', 'sent');
create index notices_person on notices (person_id, created_at desc);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id int references people,
  platform text not null,
  account text not null,
  command text not null,
  subject text,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  reference text
);
create index audit_at on audit (at);
create index audit_person on audit (person_id, at);
create index audit_subject on audit (subject, at) where subject is not null;

create table receipts (
  platform text not null,
  tenant text not null,
  delivery_id text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (platform, tenant, delivery_id)
);
create index receipts_at on receipts (at);

create table link_attempts (
  platform text not null,
  tenant text not null,
  account text not null,
  at timestamptz not null
);
create index link_attempts_account on link_attempts (platform, tenant, account, at);
create index link_attempts_at on link_attempts (at);

create table link_codes (
  id int generated always as identity primary key,
  platform text not null,
  tenant text not null,
  account text not null,
  email text not null,
  person_id int not null references people,
  code_hash text not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index link_codes_account on link_codes (platform, tenant, account) where used_at is null;
create index link_codes_email on link_codes (email, expires_at);

create table link_requests (
  id int generated always as identity primary key,
  platform text not null,
  tenant text not null,
  account text not null,
  person_id int not null references people,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by int references people,
  outcome text check (outcome in ('confirmed', 'refused'))
);
create unique index link_requests_open on link_requests (platform, tenant, account, person_id) where decided_at is null;

create table figures (
  key text not null,
  as_of date not null,
  label text not null,
  value bigint not null,
  primary key (key, as_of)
);
`
