/**
 * Who has which notice in hand stands in a narrow table of its own: to claim a notice no longer writes its wide row and
 * all indexes on it anew, which costs Postgres more than everything else about a delivery.
 */
export const inHand = `
-- A notice that a worker delivers at this moment; it is \`queued\` until its outcome is recorded. Whoever locks rows of
-- both tables locks the notice first. It names no foreign key, whose check would cost as much as the row.
create table in_hand (
  notice_id bigint primary key,
  -- Whose hand: the same may ask twice, where the first answer was lost on the way.
  claim text not null,
  -- When the process that has it last said that it lives.
  kept_at timestamptz not null
) with (
  -- It turns over completely within seconds, and is read whole each half minute.
  fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 20000, autovacuum_vacuum_cost_delay = 0
);

-- Processes of the version before may run beside newer ones until they are replaced. What they have in hand is
-- \`sending\`, which a newer one leaves to them, and recovers if they die. To them, what a newer one has in hand looks
-- free: this check stops such a claim, and its jobs come back a minute later. It sees what was committed before it
-- runs, and whoever claims locks the notice first, so that of two claims at the same moment one is the first.
create function refuse_in_hand() returns trigger language plpgsql as $$
begin
  if exists (select from in_hand where notice_id = new.id) then
    raise exception 'notice % is in the hand of a newer process', new.id;
  end if;
  return null;
end $$;
create trigger notices_refuse_in_hand after update of claim on notices
  for each row when (new.state = 'sending') execute function refuse_in_hand();
`
