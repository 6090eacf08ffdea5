/** When people work, by their own clock, and when they are away. */
export const workingHours = `
create table person_hours (
  person_id int primary key references people on delete cascade,
  -- Minutes after midnight on the clock of the person's zone.
  work_from int not null check (work_from between 0 and 1439),
  work_to int not null check (work_to <= 1440),
  -- 1 is Monday, 7 is Sunday; null for the working week of the country.
  working_days int[],
  -- ISO 3166 code of the country whose holidays are kept; null for that of the zone.
  country text check (country ~ '^[A-Z]{2}$'),
  check (work_to > work_from)
);

create table person_away (
  id int generated always as identity primary key,
  person_id int not null references people on delete cascade,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  unique (person_id, first_day, last_day)
);
create index person_away_last on person_away (person_id, last_day);
`
