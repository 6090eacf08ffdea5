/** What chat platforms bring: accounts that fail, zones that they tell, and what their adapters keep. */
export const platforms = `
-- Where a person's zone comes from: their own word outweighs a platform's, and that the directory's.
alter table people add column zone_from text not null default 'directory' check (zone_from in ('directory', 'platform', 'own'));

-- Why nothing can be delivered to an account; taken away when the account speaks again.
alter table identities add column fault text, add column fault_at timestamptz;

-- Accounts that were unlinked by hand: their platform's word does not link them again.
create table unlinked (
  platform text not null,
  tenant text not null,
  account text not null,
  at timestamptz not null,
  primary key (platform, tenant, account)
);

-- What adapters keep between starts and share between replicas.
create table kept (
  platform text not null,
  kind text not null,
  tenant text not null,
  key text not null,
  value jsonb not null,
  at timestamptz not null,
  expires_at timestamptz,
  primary key (platform, kind, tenant, key)
);
create index kept_expires on kept (expires_at) where expires_at is not null;

-- Rooms of working groups, on whatever platform.
create table rooms (
  group_id int not null references working_groups,
  platform text not null,
  tenant text not null,
  channel text not null,
  bound_by int not null references people,
  bound_at timestamptz not null,
  -- Why nothing can be said there; taken away when the room is bound again.
  fault text,
  primary key (group_id, platform, tenant, channel)
);
create index rooms_channel on rooms (platform, tenant, channel);

-- A notice is for a person or for a room.
alter table notices alter column person_id drop not null,
  -- Whose hand it is in: the same hand may ask twice, where the first answer was lost on the way.
  add column claim text,
  add column platform text, add column tenant text, add column channel text,
  add constraint notices_for_somebody check (person_id is not null or (platform is not null and tenant is not null and channel is not null));
`
