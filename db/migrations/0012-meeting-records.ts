/** What belongs to a meeting beside its time: agenda, actions, notes, resolutions, who was there, and who changed what. */
export const meetingRecords = `
-- How many member entities make a decision valid; null where the group has no such rule.
alter table working_groups add column quorum int check (quorum > 0);

alter table meetings
  -- When it was opened and closed in the room; null for one that was not run there.
  add column begun_at timestamptz,
  add column closed_at timestamptz;

alter table invitations
  -- The colleague who comes instead, and on the colleague's own row who sends them.
  add column delegate_id int references people,
  add column sent_by int references people,
  add column present_at timestamptz;

create table agenda_items (
  id int generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  position int not null,
  title text not null check (title <> ''),
  presenter text,
  minutes int check (minutes > 0),
  added_by int not null references people,
  added_at timestamptz not null,
  -- A removed item stays on record, so that it can come back.
  removed_at timestamptz,
  begun_at timestamptz,
  ended_at timestamptz
);
create index agenda_items_meeting on agenda_items (meeting_id, position) where removed_at is null;

create table action_items (
  id int generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  what text not null check (what <> ''),
  owner_person int references people,
  owner_entity int references entities,
  -- Whoever holds this role in the meeting's group that day.
  owner_role text check (owner_role in ('chair', 'co-chair', 'vice-chair')),
  due_on date,
  -- The address of the message that it was taken from.
  source_link text,
  status text not null check (status in ('open', 'done')),
  -- How often it was changed hands or date, so that each is told once.
  turns int not null default 0,
  created_by int not null references people,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  closed_by int references people,
  closed_at timestamptz,
  check (num_nonnulls(owner_person, owner_entity, owner_role) <= 1)
);
create index action_items_meeting on action_items (meeting_id);
create index action_items_open on action_items (due_on) where status = 'open';

create table meeting_notes (
  id int generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  item_id int references agenda_items,
  body text not null check (body <> ''),
  audience text not null check (audience in ('internal', 'shareable')),
  written_by int not null references people,
  written_at timestamptz not null,
  removed_at timestamptz
);
create index meeting_notes_meeting on meeting_notes (meeting_id, id);

create table resolutions (
  id int generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  item_id int references agenda_items,
  body text not null check (body <> ''),
  status text not null check (status in ('proposed', 'adopted', 'not adopted', 'withdrawn')),
  proposed_by int not null references people,
  proposed_at timestamptz not null,
  decided_by int references people,
  decided_at timestamptz
);
create index resolutions_meeting on resolutions (meeting_id, id);

create table objections (
  resolution_id int not null references resolutions on delete cascade,
  entity_id int not null references entities,
  person_id int not null references people,
  reason text,
  raised_at timestamptz not null,
  primary key (resolution_id, entity_id)
);

-- Hands raised in a meeting.
create table speakers (
  id int generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  person_id int not null references people,
  raised_at timestamptz not null,
  called_at timestamptz,
  lowered_at timestamptz
);
create unique index speakers_waiting on speakers (meeting_id, person_id) where called_at is null and lowered_at is null;
create index speakers_meeting on speakers (meeting_id, id);

create table meeting_changes (
  id bigint generated always as identity primary key,
  meeting_id int not null references meetings on delete cascade,
  -- Null for what the house did by itself.
  person_id int references people,
  -- Spans of a sentence, so that a reader sees its moments in their own zone.
  what json not null,
  changed_at timestamptz not null
);
create index meeting_changes_meeting on meeting_changes (meeting_id, id desc);
`
