/**
 * A change holds from a day on, so that what a record said on any day can be told: the day of the record unless another
 * is given, for ever back where it corrects what never was so, and from the same day as what it takes back. Posts of
 * people who are retired before they began are none.
 */
export const daysOfChanges = `
alter table directory_changes add column holds_from date;
update directory_changes set holds_from = recorded_at::date;
update directory_changes c set holds_from = r.recorded_at::date from directory_changes r where r.id = c.reverts;

create function date_change() returns trigger language plpgsql as $$
begin
  new.holds_from := coalesce(
    new.holds_from,
    (select holds_from from directory_changes where id = new.reverts),
    new.recorded_at::date);
  return new;
end $$;
create trigger directory_changes_dated before insert on directory_changes
  for each row execute function date_change();

create or replace function keep_posts() returns trigger language plpgsql as $$
declare
  first date;
begin
  if new.entity_id is distinct from old.entity_id and new.since is not distinct from old.since then
    new.since := stamped_at()::date;
  end if;
  if new.entity_id = old.entity_id then
    if new.retired_on <= new.since then
      -- They never stood for it.
      delete from posts
      where person_id = old.id and entity_id = old.entity_id and lower(during) is not distinct from old.since;
      return new;
    end if;
    update posts set during = daterange(new.since, new.retired_on)
    where person_id = old.id and entity_id = old.entity_id and lower(during) is not distinct from old.since;
    if not found and old.retired_on <= old.since and new.merged_into is null then
      insert into posts (person_id, entity_id, during, source, recorded_by, recorded_at)
      values (new.id, new.entity_id, daterange(new.since, new.retired_on), stamped_source(), stamped_by(), stamped_at());
    end if;
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
`
