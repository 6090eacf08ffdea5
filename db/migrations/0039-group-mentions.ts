/** Names in a chat that reach all members of a working group, and that follow the directory. */
export const groupMentions = `
create table group_mentions (
  group_id int not null references working_groups,
  platform text not null,
  tenant text not null,
  -- Without the @, as it was when somebody said yes: a new acronym leaves it as people know it.
  handle text not null check (handle <> ''),
  external_id text,
  -- Stands for those who were shown to be removed, so that nobody else is.
  seen text not null,
  followed_by int not null references people,
  followed_at timestamptz not null,
  -- Accounts that it was last given; null before the first time.
  members text[],
  kept_at timestamptz,
  fault text,
  fault_since timestamptz,
  -- Nothing is tried before: another process has it in hand, or the platform refused.
  rest_until timestamptz,
  primary key (group_id, platform, tenant)
);
`
