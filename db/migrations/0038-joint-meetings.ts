/** Meetings of several working groups at once. */
export const jointMeetings = `
-- The other groups of a joint meeting, beside the one that was named first.
alter table meetings
  add column joint_with int[] not null default '{}',
  -- All groups that meet, the first first; empty for a meeting of none.
  add column groups int[] not null generated always as (array_remove(array_prepend(group_id, joint_with), null)) stored;
create index meetings_groups on meetings using gin (groups);

alter table meeting_series add column joint_with int[] not null default '{}';

alter table polls
  add column joint_with int[] not null default '{}',
  add column groups int[] not null generated always as (array_prepend(group_id, joint_with)) stored;
`
