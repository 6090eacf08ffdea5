import type { TestDatabase } from '../../database.ts'
import { places } from '../far/defaults.ts'
import type { NewUser } from '../far/directory.ts'
import type { FarSide } from '../far/farSide.ts'

export type Role = 'secretariat' | 'cted' | 'interpol' | 'opcw' | 'unodc' | 'guest' | 'stranger'

const one = (username: Role, number: number, more: Partial<NewUser> = {}): NewUser => ({
  ...{
    id: String(1_310_000_000_000_001_000n + BigInt(number)),
    username,
    globalName: username.toUpperCase(),
  },
  ...more,
})

/** Accounts of the sample's people; the guest is linked to nobody, the stranger is in another server. */
export const users: Readonly<Record<Role, NewUser>> = {
  secretariat: one('secretariat', 1, { globalName: 'The secretariat' }),
  cted: one('cted', 2, { locale: 'fr' }),
  interpol: one('interpol', 3),
  opcw: one('opcw', 4),
  unodc: one('unodc', 5, { locale: 'ar' }),
  guest: one('guest', 8),
  stranger: one('stranger', 9),
}

const emails: Readonly<Partial<Record<Role, string>>> = {
  secretariat: 'secretariat@compact.example',
  cted: 'focal.cted@compact.example',
  interpol: 'focal.interpol@compact.example',
  opcw: 'focal.opcw@compact.example',
  unodc: 'focal.unodc@compact.example',
}

/** A server of everybody but the stranger, with two channels and a thread, and one of the stranger alone. */
export function populate(far: FarSide): void {
  for (const user of Object.values(users)) far.addUser(user)
  const members = Object.values(users)
    .map(({ id }) => id)
    .filter((id) => id !== users.stranger.id)
  far.addGuild({ id: places.guild, name: places.guildName, members })
  far.addChannel(places.guild, { id: places.channel, name: places.channelName })
  far.addChannel(places.guild, { id: places.otherChannel, name: places.otherChannelName })
  far.addChannel(places.guild, { id: places.thread, name: places.threadName, parent: places.channel })
  far.addGuild({ id: places.otherGuild, name: places.otherGuildName, members: [users.stranger.id] })
  far.addChannel(places.otherGuild, { id: places.otherGuildChannel, name: 'general' })
}

/** Links the accounts to the sample’s people. */
export async function linkPeople(
  database: Pick<TestDatabase, 'store'>,
  addresses: Readonly<Partial<Record<string, string>>> = emails,
): Promise<void> {
  for (const [role, { id }] of Object.entries(users)) {
    const email = addresses[role]
    if (email !== undefined) await link(database, id, email)
  }
}

/** Links an account to each person of the directory who has none, in the server; the one of number 7 ends in 7. */
export async function linkEverybody(database: Pick<TestDatabase, 'store'>, far: FarSide): Promise<void> {
  const people = await database.store.pool.query<{ id: number; name: string; email: string }>(
    `select id, name, email from people where not exists
       (select from identities where person_id = people.id and platform = 'discord') order by id`,
  )
  for (const { id, name, email } of people.rows) {
    const account = String(1_310_000_000_000_100_000n + BigInt(id))
    far.addUser({ id: account, username: `person${id}`, globalName: name })
    far.addMember(places.guild, account)
    await link(database, account, email)
  }
}

/** Everybody was written to before: new conversations are opened only so fast. */
export async function meetEverybody({ store }: Pick<TestDatabase, 'store'>, far: FarSide): Promise<void> {
  for (const id of far.users.keys()) {
    await store.pool.query(
      `insert into kept (platform, tenant, kind, key, value, at) values ('discord', '-', 'direct', $1, $2, now())`,
      [id, JSON.stringify({ channel: far.directOf(id) })],
    )
  }
}

async function link({ store }: Pick<TestDatabase, 'store'>, account: string, email: string): Promise<void> {
  await store.pool.query(
    `insert into identities (platform, tenant, account, person_id, linked_at, via)
     select 'discord', '-', $1, id, now(), 'sample' from people where email = $2 on conflict do nothing`,
    [account, email],
  )
}
