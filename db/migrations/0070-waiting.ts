/**
 * What waits to be delivered, and in whose hand it is, stands in a narrow table, and what was sent in another one: a
 * notice itself is wide and stands in many indexes, and its row is no longer written when it is delivered.
 */
export const waiting = `
-- A notice that is to be delivered; its row in the ledger is \`queued\`. It goes when the outcome is recorded. Whoever
-- locks rows of both tables locks the one here first.
create table waiting (
  notice_id bigint primary key,
  -- When a job for it was last queued, or is to come back.
  queued_at timestamptz not null,
  -- Whose hand it is in: the same may ask twice, where the first answer was lost on the way.
  claim text,
  -- When the process that has it last said that it lives.
  kept_at timestamptz,
  check ((claim is null) = (kept_at is null))
) with (
  -- It turns over completely within seconds, and is read whole each half minute. No index is touched by a claim.
  fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 20000, autovacuum_vacuum_cost_delay = 0
);

-- What was sent and has nothing else to be noted; its row in the ledger stays as it was queued.
create table sent (notice_id bigint primary key, at timestamptz not null);

insert into waiting (notice_id, queued_at, claim, kept_at)
  select n.id, n.queued_at, h.claim, h.kept_at from notices n left join in_hand h on h.notice_id = n.id
  where n.state = 'queued';

drop trigger notices_refuse_in_hand on notices;
drop function refuse_in_hand();
drop table in_hand;
drop index notices_queued;

-- How notices stand, with what was sent.
create view ledger as
  select n.id, n.key, n.person_id, n.kind, n.rule, n.subject, n.created_at, n.fault,
    n.tries + case when s.notice_id is null then 0 else 1 end as tries,
    case when s.notice_id is null then n.state else 'sent' end as state, coalesce(s.at, n.sent_at) as sent_at
  from notices n left join sent s on s.notice_id = n.id;

create function notices_wait() returns trigger language plpgsql as $$
begin
  insert into waiting (notice_id, queued_at) select id, queued_at from entered where state = 'queued';
  return null;
end $$;
create trigger notices_wait after insert on notices referencing new table as entered
  for each statement execute function notices_wait();

-- Processes of the version before may run beside newer ones until they are replaced. They claim a notice as \`sending\`,
-- which a newer one leaves to them, and recovers if they die. Of two claims one gets the row here; that of an older
-- process fails if it comes second, or for what was sent, and its jobs come back a minute later.
create function notices_wait_again() returns trigger language plpgsql as $$
begin
  if new.state = 'queued' then
    insert into waiting (notice_id, queued_at) values (new.id, new.queued_at) on conflict do nothing;
  elsif new.state = 'sending' then
    delete from waiting where notice_id = new.id and claim is null;
    if not found then
      raise exception 'notice % is in the hand of a newer process', new.id;
    end if;
  else
    delete from waiting where notice_id = new.id;
  end if;
  return null;
end $$;
create trigger notices_wait_again after update of state on notices
  for each row when (old.state is distinct from new.state and (old.state = 'queued' or new.state = 'queued'))
  execute function notices_wait_again();

create function notices_wait_no_more() returns trigger language plpgsql as $$
begin
  delete from waiting where notice_id = old.id;
  return null;
end $$;
create trigger notices_wait_no_more after delete on notices
  for each row when (old.state = 'queued') execute function notices_wait_no_more();
`
