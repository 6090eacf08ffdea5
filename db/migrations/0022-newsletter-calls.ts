/** Calls for contributions to an issue: from whom, with which words, and whom an entity agreed to be called first. */
export const newsletterCalls = `
create table newsletter_calls (
  newsletter_id int primary key references newsletters,
  enabled boolean not null,
  -- Words of the secretariat that stand in every call.
  note text,
  -- The first call goes out then, so that it can still be held back.
  begins_at timestamptz not null,
  changed_by int not null references people,
  changed_at timestamptz not null
);

create table newsletter_uncalled (
  newsletter_id int not null references newsletters,
  entity_id int not null references entities,
  excluded_by int not null references people,
  excluded_at timestamptz not null,
  primary key (newsletter_id, entity_id)
);

-- Whom an entity agreed to be called before its other people.
create table called_first (
  entity_id int primary key references entities,
  person_id int not null references people,
  set_by int not null references people,
  set_at timestamptz not null
);
create index notices_subject on notices (subject, rule) where rule is not null;
`
