/** The chat messages from which updates were taken, and what became of them there. */
export const messageSources = `
-- A message that somebody took, or was offered to take; it is forgotten after two days unless an update came of it.
create table message_sources (
  id int generated always as identity primary key,
  platform text not null,
  tenant text not null,
  message text not null,
  account text not null,
  said text not null,
  taken_at timestamptz not null,
  used boolean not null default false,
  -- What it says since it was edited; null while it says what was taken.
  now_says text,
  gone boolean not null default false,
  changed_at timestamptz,
  unique (platform, tenant, message, account)
);
create index message_sources_taken on message_sources (platform, tenant, account, taken_at);
create index message_sources_unused on message_sources (taken_at) where not used;
create index message_sources_changed on message_sources (changed_at) where changed_at is not null;

create table update_sources (
  update_id int primary key references updates,
  source_id int not null references message_sources,
  -- When its author said whether it follows the change.
  answered_at timestamptz
);
create index update_sources_source on update_sources (source_id);
`
