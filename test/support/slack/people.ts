import type { TestDatabase } from '../database.ts'
import { type FarSide, startFarSide } from './farSide.ts'

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
