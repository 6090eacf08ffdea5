/** Every process that holds who somebody is and what they may do hears at once when that changes. */
export const callers = `
create function callers_changed() returns trigger language plpgsql as $$
begin
  -- Of many within a transaction one is sent, when it is committed.
  perform pg_notify('callers', '');
  return null;
end $$;

create trigger callers_changed after insert or delete on identities for each row execute function callers_changed();
create trigger callers_changed_by_update after update on identities for each row
  when (old.* is distinct from new.*) execute function callers_changed();

create trigger callers_changed after insert or delete on roles for each row execute function callers_changed();
create trigger callers_changed_by_update after update on roles for each row
  when (old.* is distinct from new.*) execute function callers_changed();

-- Nobody was known as a person who was not there yet.
create trigger callers_changed after delete on people for each row execute function callers_changed();
create trigger callers_changed_by_update after update on people for each row
  when (old.* is distinct from new.*) execute function callers_changed();

create trigger callers_changed after insert on unlinked for each row execute function callers_changed();

create trigger callers_changed_by_update after update of acronym on entities for each row
  when (old.acronym is distinct from new.acronym) execute function callers_changed();
create trigger callers_changed_by_update after update of acronym, number on working_groups for each row
  when (old.* is distinct from new.*) execute function callers_changed();
`
