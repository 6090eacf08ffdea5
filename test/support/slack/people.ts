import type { TestDatabase } from '../database.ts'
import type { Household } from '../replica.ts'
import { type FarSide, startFarSide } from './farSide.ts'

export const users = {
  secretariat: 'U1',
  cted: 'U2',
  interpol: 'U3',
  unodc: 'U4',
  guest: 'U8',
  stranger: 'U9',
} as const

/** A fake Slack in which the sample's people have accounts. */
export async function farSide(): Promise<FarSide> {
  const far = await startFarSide()
  far.addChannel('T1', { id: 'C1', name: 'working-group', members: ['U1', 'UBOT1'] })
  far.addUser('T1', {
    id: 'U1',
    email: 'secretariat@compact.example',
    realName: 'Secretariat',
    tz: 'Europe/Vienna',
  })
  return far
}

/** Links an account to each person of the directory; the person of number 7 is U1007. */
export async function linkEverybody({ store }: Pick<TestDatabase, 'store'>, far: FarSide): Promise<void> {
  await store.pool.query(`
    insert into identities (platform, tenant, account, person_id, linked_at, via)
    select 'slack', 'T1', 'U' || (1000 + id), id, now(), 'sample' from people on conflict do nothing`)
  const people = await store.pool.query<{ id: number; name: string; email: string }>(
    'select id, name, email from people',
  )
  for (const { id, name, email } of people.rows) {
    far.addUser('T1', { id: `U${1000 + id}`, email, realName: name })
  }
}

/** The people of the sample with their accounts, and the room in which they work. */
export function populate(far: FarSide, emails?: Household['emails']): void {
  const member = (id: string, name: string, tz = 'Europe/Vienna') => {
    const role = Object.entries(users).find(([, account]) => account === id)?.[0] ?? ''
    const email = emails ? (emails[role] ?? `${id}@elsewhere.example`) : `${name}@compact.example`
    far.addUser('T1', { id, email, realName: name, tz })
  }
  member(users.secretariat, 'secretariat', 'America/New_York')
  member(users.cted, 'focal.cted', 'America/New_York')
  member(users.interpol, 'focal.interpol', 'Europe/Paris')
  member(users.unodc, 'focal.unodc')
  far.addUser('T1', {
    id: users.guest,
    email: 'focal.ohchr@compact.example',
    realName: 'guest',
    isRestricted: true,
  })
  far.addUser('T1', {
    id: users.stranger,
    email: 'focal.unhcr@compact.example',
    realName: 'stranger',
    isStranger: true,
    teamId: 'T9',
  })
  far.addChannel('T1', { id: 'C1', name: 'working-group' })
}
