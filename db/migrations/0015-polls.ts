/** Polls for the time of a meeting. */
export const polls = `
create table polls (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  title text not null check (title <> ''),
  minutes int not null check (minutes > 0),
  -- IANA zone in which the slots were meant.
  zone text not null,
  place text,
  link text,
  -- Nobody votes any more from then on.
  closes_at timestamptz not null,
  status text not null check (status in ('open', 'closed', 'settled')),
  meeting_id int references meetings,
  opened_by int not null references people,
  opened_at timestamptz not null
);
create index polls_open on polls (closes_at) where status = 'open';

create table poll_slots (
  poll_id int not null references polls on delete cascade,
  number int not null check (number between 1 and 20),
  starts_at timestamptz not null,
  primary key (poll_id, number)
);

create table poll_votes (
  poll_id int not null,
  number int not null,
  person_id int not null references people,
  vote text not null check (vote in ('yes', 'if-needed', 'no')),
  voted_at timestamptz not null,
  primary key (poll_id, number, person_id),
  foreign key (poll_id, number) references poll_slots on delete cascade
);
create index poll_votes_person on poll_votes (poll_id, person_id);
`
