import type { Json } from './payloads.ts'
import type { SlackWorld } from './world.ts'

export interface Linked {
  readonly tenant: string
  readonly account: string
  readonly email: string | null
  readonly zone: string
  readonly zoneFrom: string
  readonly locale: string | null
  readonly fault: string | null
}

/** The linked accounts of Slack with what the directory has of their people. */
export async function linkedAccounts({ database }: SlackWorld): Promise<readonly Linked[]> {
  return database.store.kysely
    .selectFrom('identities')
    .innerJoin('people', 'people.id', 'identities.personId')
    .select(['tenant', 'account', 'email', 'zone', 'zoneFrom', 'locale', 'fault'])
    .where('platform', '=', 'slack')
    .orderBy('tenant')
    .orderBy('account')
    .execute()
}

/** The one linked account, undefined where there is none. */
export async function linkedAccount(world: SlackWorld, account: string): Promise<Linked | undefined> {
  return (await linkedAccounts(world)).find((one) => one.account === account)
}

/** What users.info says next of an account of which the fake Slack has no such kind. */
export function describeNext(world: SlackWorld, user: Json): void {
  world.far.fault('users.info', { kind: 'error', error: 'none', extra: { ok: true, user } })
}
