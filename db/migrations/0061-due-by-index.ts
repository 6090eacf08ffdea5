/**
 * What is due is found without reading what is over. Who is to be invited to what hangs on who belongs to a group on the
 * day, which costs much to find out: it is looked at again where something changed, and once a day.
 */
export const dueByIndex = `
create index meetings_held on meetings (held_at) where status = 'held';
create index meetings_running on meetings (begun_at)
  where status = 'scheduled' and begun_at is not null and closed_at is null;
create index agenda_items_running on agenda_items (meeting_id)
  where begun_at is not null and ended_at is null and removed_at is null;
create index polls_meeting on polls (meeting_id) where meeting_id is not null;
create index roles_end on roles (upper(during)) where role in ('chair', 'co-chair', 'vice-chair');
create index newsletters_unpublished on newsletters (closes_at) where status in ('open', 'closed');
create index work_items_due on work_items (due_on)
  where status in ('planned', 'under way') and removed is false;
drop index recommendations_due;
create index recommendations_due on recommendations (due_on)
  where status in ('open', 'in progress') and removed is false;

create table rechecks (
  id bigint generated always as identity primary key,
  -- The key of a rule.
  rule text not null,
  -- Null for every meeting ahead.
  meeting_id int,
  -- From when on it is looked at.
  at timestamptz not null default '-infinity'
);
create index rechecks_rule on rechecks (rule, at);
insert into rechecks (rule) values ('newcomer'), ('leaver');

create function recheck_all() returns trigger language plpgsql as $$
begin
  insert into rechecks (rule) values ('newcomer'), ('leaver');
  return null;
end $$;
create trigger roles_recheck after insert or delete or update of group_id, role, entity_id, person_id, during
  on roles for each statement execute function recheck_all();
create trigger seats_recheck after insert or delete or update of group_id, entity_id, seat, person_id, during
  on seats for each statement execute function recheck_all();
create trigger people_recheck after insert or delete or update of entity_id, retired_on
  on people for each statement execute function recheck_all();
create trigger entities_recheck after insert or delete or update of kind, joined, retired
  on entities for each statement execute function recheck_all();
create trigger working_groups_recheck after update of open_to_all
  on working_groups for each statement execute function recheck_all();

create function recheck_meeting() returns trigger language plpgsql as $$
begin
  insert into rechecks (rule, meeting_id) values ('newcomer', new.id), ('leaver', new.id);
  return null;
end $$;
create trigger meetings_recheck after insert on meetings for each row
  when (new.status = 'scheduled') execute function recheck_meeting();
create trigger meetings_recheck_changed after update on meetings for each row
  when (new.status = 'scheduled' and (old.status, old.starts_at, old.zone, old.group_id, old.joint_with)
    is distinct from (new.status, new.starts_at, new.zone, new.group_id, new.joint_with))
  execute function recheck_meeting();

create function recheck_invited() returns trigger language plpgsql as $$
begin
  insert into rechecks (rule, meeting_id) select distinct 'leaver', meeting_id from written;
  return null;
end $$;
create trigger invitations_recheck after insert on invitations referencing new table as written
  for each statement execute function recheck_invited();

create function recheck_delegate() returns trigger language plpgsql as $$
begin
  insert into rechecks (rule, meeting_id) values ('newcomer', new.meeting_id), ('leaver', new.meeting_id);
  return null;
end $$;
create trigger invitations_recheck_changed after update on invitations for each row
  when ((old.sent_by, old.guest, old."as") is distinct from (new.sent_by, new.guest, new."as")) execute function recheck_delegate();

create function recheck_uninvited() returns trigger language plpgsql as $$
begin
  insert into rechecks (rule, meeting_id) select distinct 'newcomer', meeting_id from written;
  return null;
end $$;
create trigger invitations_recheck_gone after delete on invitations referencing old table as written
  for each statement execute function recheck_uninvited();
`
