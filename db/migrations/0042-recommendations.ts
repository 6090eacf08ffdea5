/** Technical-assistance recommendations with who follows them up, and the matrix of projects. */
export const recommendations = `
create table recommendations (
  id int generated always as identity primary key,
  body text not null check (body <> ''),
  country text not null check (country <> ''),
  theme text,
  -- The visit or assessment that it comes from.
  visit text,
  -- Who follows it up; at most one of them is set.
  entity_id int references entities,
  person_id int references people,
  due_on date,
  status text not null check (status in ('open', 'in progress', 'implemented', 'not pursued')),
  removed boolean not null default false,
  added_by int not null references people,
  added_at timestamptz not null,
  search text generated always as (
    fold(body || ' ' || country || ' ' || coalesce(theme, '') || ' ' || coalesce(visit, ''))) stored,
  check (num_nonnulls(entity_id, person_id) <= 1)
);
create index recommendations_country on recommendations (country);
create index recommendations_due on recommendations (due_on) where status in ('open', 'in progress') and not removed;
create index recommendations_search on recommendations using gin (search gin_trgm_ops);

create table projects (
  id int generated always as identity primary key,
  title text not null check (title <> ''),
  lead_id int not null references entities,
  -- Entities beside the lead.
  partners int[] not null default '{}',
  pillar text check (pillar in ('I', 'II', 'III', 'IV')),
  -- States and regions, as they are printed.
  beneficiaries text,
  -- ISO 4217, of both amounts, which are in its smallest unit.
  currency text check (currency ~ '^[A-Z]{3}$'),
  budget bigint check (budget >= 0),
  funded bigint check (funded >= 0),
  donors text[] not null default '{}',
  starts_on date,
  ends_on date,
  status text not null check (status in ('planned', 'ongoing', 'completed', 'suspended')),
  removed boolean not null default false,
  added_by int not null references people,
  added_at timestamptz not null,
  search text generated always as (
    fold(title || ' ' || coalesce(beneficiaries, '') || ' ' || joined_names(donors))) stored,
  check (currency is not null or (budget is null and funded is null)),
  check (starts_on <= ends_on)
);
create index projects_lead on projects (lead_id);
create index projects_search on projects using gin (search gin_trgm_ops);
`
