/** Somebody who stands for two entities is found by either, as one person. */
export const otherEntities = `
-- Kept by triggers: the acronyms of the entities that a person stands for beside the first, as long as no end is known.
alter table people add column other_entities text[] not null default '{}';

create function other_entities_of(person int, entity int) returns text[] language sql stable as $$
  select array(
    select distinct e.acronym from posts o join entities e on e.id = o.entity_id
    where o.person_id = person and o.entity_id is distinct from entity and upper_inf(o.during)
    order by e.acronym)
$$;

create or replace function keep_entity_acronym() returns trigger language plpgsql as $$
begin
  new.entity_acronym := (select acronym from entities where id = new.entity_id);
  -- Nobody has a post before there is a record; one that this very change begins or ends is written by now.
  if tg_op = 'UPDATE' then
    new.other_entities := other_entities_of(new.id, new.entity_id);
  end if;
  return new;
end $$;

create function tell_other_entities(changed int[]) returns void language sql as $$
  update people p set other_entities = other_entities_of(p.id, p.entity_id)
  where p.id = any(changed) and p.other_entities <> other_entities_of(p.id, p.entity_id)
$$;

-- What a change of the person itself writes here is told by the trigger of that.
create function keep_other_entities() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 then
    if tg_op <> 'INSERT' then
      perform tell_other_entities(array(select distinct person_id from earlier));
    end if;
    if tg_op <> 'DELETE' then
      perform tell_other_entities(array(select distinct person_id from later));
    end if;
  end if;
  return null;
end $$;
create trigger posts_added after insert on posts referencing new table as later
  for each statement execute function keep_other_entities();
create trigger posts_changed after update on posts referencing old table as earlier new table as later
  for each statement execute function keep_other_entities();
create trigger posts_removed after delete on posts referencing old table as earlier
  for each statement execute function keep_other_entities();

create or replace function rename_entity_of_people() returns trigger language plpgsql as $$
begin
  update people set entity_acronym = new.acronym where entity_id = new.id;
  perform tell_other_entities(array(select distinct person_id from posts where entity_id = new.id));
  return null;
end $$;

update people p set other_entities = other_entities_of(p.id, p.entity_id)
where other_entities_of(p.id, p.entity_id) <> '{}';

alter table people drop column search;
alter table people add column search text generated always as (fold(
  name || ' ' || case when inner_names(name) = name then '' else inner_names(name) end || ' ' || coalesce(title, '')
  || ' ' || case when email_for = 'everyone' then coalesce(email, '') else '' end
  || ' ' || coalesce(entity_acronym, '') || ' ' || joined_names(other_entities) || ' ' || coalesce(station, '')
  || ' ' || coalesce(country, '') || ' ' || joined_names(languages))) stored;
create index people_search on people using gin (search gin_trgm_ops);
`
