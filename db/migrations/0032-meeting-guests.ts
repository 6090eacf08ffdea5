/** Guests of single meetings, and which calendar letters went to whom. */
export const meetingGuests = `
-- A guest is invited to this meeting by itself, whatever group they belong to.
alter table invitations add column guest boolean not null default false;

-- Guests whom the directory does not know.
create table meeting_guests (
  meeting_id int not null references meetings,
  email text not null check (email = lower(email) and email like '_%@_%'),
  invited_by int not null references people,
  invited_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (meeting_id, email)
);

-- The last calendar letter on a meeting to an address: what its reader's calendar shows.
create table calendar_letters (
  meeting_id int not null references meetings,
  email text not null,
  sequence int not null,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  sent_at timestamptz not null,
  primary key (meeting_id, email)
);
`
