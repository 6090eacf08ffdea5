/** Who is asked in place of somebody who is away, and delivered notices whose buttons go once their duty is done. */
export const duties = `
alter table person_away add column alternate_id int references people;

alter table notices
  -- Where it stands, as its adapter finds it again.
  add column posted jsonb,
  -- What is shown in place of its buttons since its duty is done; null while it is not.
  add column settled jsonb,
  -- When the message is to be changed so that it shows that.
  add column amend_at timestamptz;
create index notices_posted on notices (subject) where posted is not null;
create index notices_amend on notices (amend_at) where amend_at is not null;
`
