/** Who stood for whom and sat where, from when until when, and what was believed of it on a day. */
export const directoryTerms = `
-- Who records what is written now, when and on what ground: set for the transaction by the writer. Where nobody said
-- it, the database's own clock is better than nothing.
create function stamped_at() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('rapporteur.at', true), '')::timestamptz, now()) $$;
create function stamped_by() returns int language sql stable as
  $$ select nullif(current_setting('rapporteur.by', true), '')::int $$;
create function stamped_source() returns text language sql stable as
  $$ select nullif(current_setting('rapporteur.source', true), '') $$;

alter table directory_changes drop constraint directory_changes_kind_check;
alter table directory_changes add constraint directory_changes_kind_check
  check (kind in ('entity', 'person', 'group', 'seat', 'handover', 'merge'));
create index directory_changes_at on directory_changes (recorded_at);

-- The first day for their entity; null where none is on record.
alter table people add column since date;
alter table roles add column source text check (source <> '');

-- Whom a person stands for, from when until when.
create table posts (
  id int generated always as identity primary key,
  person_id int not null references people,
  entity_id int not null references entities,
  during daterange not null check (not isempty(during)),
  source text check (source <> ''),
  recorded_by int references people,
  recorded_at timestamptz not null,
  constraint posts_once exclude using gist (person_id with =, entity_id with =, during with &&)
);
create index posts_entity on posts using gist (entity_id, during);

-- Who sits for an entity in a working group.
create table seats (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  entity_id int not null references entities,
  seat text not null check (seat in ('principal', 'alternate', 'observer')),
  person_id int not null references people,
  during daterange not null check (not isempty(during)),
  source text check (source <> ''),
  recorded_by int references people,
  recorded_at timestamptz not null,
  constraint seats_one_holder exclude using gist (group_id with =, entity_id with =, seat with =, during with &&),
  constraint seats_one_each exclude using gist (group_id with =, entity_id with =, person_id with =, during with &&)
);
create index seats_person on seats (person_id);
create index seats_entity on seats (entity_id);

-- What was believed of a term until it was recorded otherwise; nothing in it is ever changed.
create table term_versions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('role', 'seat', 'post')),
  term_id int not null,
  group_id int references working_groups,
  entity_id int not null references entities,
  person_id int references people,
  role text,
  holder text,
  during daterange not null,
  source text,
  recorded_by int references people,
  recorded_at timestamptz not null,
  superseded_by int references people,
  superseded_at timestamptz not null
);
create index term_versions_group on term_versions (group_id, superseded_at) where group_id is not null;
create index term_versions_entity on term_versions (entity_id, superseded_at);
create index term_versions_person on term_versions (person_id, superseded_at) where person_id is not null;

create function supersede_term() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  record_of constant text[] := array['created_at', 'created_by', 'recorded_at', 'recorded_by', 'source'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - record_of = was - record_of then return new; end if;
  insert into term_versions (kind, term_id, group_id, entity_id, person_id, role, holder, during, source,
    recorded_by, recorded_at, superseded_by, superseded_at)
  values (tg_argv[0], old.id, (was->>'group_id')::int, old.entity_id, old.person_id, coalesce(was->>'role', was->>'seat'),
    was->>'holder', old.during, old.source, coalesce(was->>'recorded_by', was->>'created_by')::int,
    coalesce(was->>'recorded_at', was->>'created_at')::timestamptz, stamped_by(), stamped_at());
  if tg_op = 'DELETE' then return old; end if;
  new := jsonb_populate_record(new, jsonb_build_object(
    'recorded_at', stamped_at(), 'created_at', stamped_at(), 'recorded_by', stamped_by(), 'created_by', stamped_by(),
    'source', coalesce(stamped_source(), old.source)));
  return new;
end $$;
create trigger roles_superseded before update or delete on roles for each row execute function supersede_term('role');
create trigger posts_superseded before update or delete on posts for each row execute function supersede_term('post');
create trigger seats_superseded before update or delete on seats for each row execute function supersede_term('seat');

create function source_role() returns trigger language plpgsql as $$
begin
  new.source := coalesce(new.source, stamped_source());
  return new;
end $$;
create trigger roles_sourced before insert on roles for each row execute function source_role();

-- Posts follow the person: a new entity ends the post with the old one, a day corrected moves it, retiring ends it.
create function begin_posts() returns trigger language plpgsql as $$
begin
  insert into posts (person_id, entity_id, during, source, recorded_by, recorded_at)
  select id, entity_id, daterange(since, retired_on), stamped_source(), stamped_by(), stamped_at()
  from written where entity_id is not null and (retired_on is null or since is null or retired_on > since);
  return null;
end $$;
create trigger people_begin_posts after insert on people referencing new table as written
  for each statement execute function begin_posts();

create function keep_posts() returns trigger language plpgsql as $$
declare
  first date;
begin
  if new.entity_id is distinct from old.entity_id and new.since is not distinct from old.since then
    new.since := stamped_at()::date;
  end if;
  if new.entity_id = old.entity_id then
    update posts set during = daterange(new.since, new.retired_on)
    where person_id = old.id and entity_id = old.entity_id and lower(during) is not distinct from old.since;
    return new;
  end if;
  if old.entity_id is not null and old.since is not null and (new.since is null or new.since <= old.since) then
    -- They never stood for it.
    delete from posts where person_id = old.id and entity_id = old.entity_id and lower(during) = old.since;
  elsif old.entity_id is not null then
    update posts set during = daterange(lower(during), new.since)
    where person_id = old.id and entity_id = old.entity_id and lower(during) is not distinct from old.since
      and upper(during) is distinct from new.since;
  end if;
  if new.entity_id is not null then
    update posts set during = daterange(lower(during), new.retired_on)
    where person_id = new.id and entity_id = new.entity_id
      and (lower(during) is not distinct from new.since or upper(during) = new.since)
    returning lower(during) into first;
    if found then
      new.since := first;
    else
      insert into posts (person_id, entity_id, during, source, recorded_by, recorded_at)
      values (new.id, new.entity_id, daterange(new.since, new.retired_on), stamped_source(), stamped_by(), stamped_at());
    end if;
  end if;
  return new;
end $$;
create trigger people_keep_posts before update of entity_id, since, retired_on on people
  for each row execute function keep_posts();

insert into posts (person_id, entity_id, during, recorded_at)
select id, entity_id, daterange(null, retired_on), to_timestamp(0) from people where entity_id is not null;
`
