import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { expectedInviteesQuery } from '../../meetings/expectedInvitees.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Somebody of a group, with an account of theirs in a workspace; null where they have none there. */
export interface MemberAccount {
  readonly name: string
  readonly account: string | null
}

interface MembersQuery {
  readonly groupId: number
  readonly platform: string
  readonly tenant: string
  readonly on: Day
  /** Leaves accounts out to which nothing can be delivered. */
  readonly reachable: boolean
}

/** Who leads a group or is a member of it on a day, observers left out, by name. */
export async function memberAccounts(db: Db, asked: MembersQuery): Promise<readonly MemberAccount[]> {
  return accounts(db, asked)
}

const accounts = statement((db, given: Params<MembersQuery>) =>
  db
    .with('belonging', (query) =>
      expectedInviteesQuery(query, sql<number[]>`array[${given.groupId}::int]`, given.on),
    )
    .selectFrom('belonging as b')
    .innerJoin('people as p', 'p.id', 'b.personId')
    .leftJoin('identities as i', (join) =>
      join
        .onRef('i.personId', '=', 'p.id')
        .on('i.platform', '=', given.platform)
        .on('i.tenant', '=', given.tenant)
        .on(({ ref }) => sql<boolean>`(not ${given.reachable}::boolean or ${ref('i.fault')} is null)`),
    )
    .select(['p.name', 'i.account'])
    .where('b.as', '<>', 'observer')
    .orderBy('p.name')
    .orderBy('i.account'),
)

/** The directory's names of accounts, of those that are linked. */
export async function namesOfAccounts(
  db: Db,
  of: { readonly platform: string; readonly tenant: string; readonly accounts: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const rows = of.accounts.length === 0 ? [] : await names(db, of)
  return new Map(rows.map(({ account, name }) => [account, name]))
}

const names = statement(
  (db, given: Params<{ platform: string; tenant: string; accounts: readonly string[] }>) =>
    db
      .selectFrom('identities as i')
      .innerJoin('people as p', 'p.id', 'i.personId')
      .select(['i.account', 'p.name'])
      .where('i.platform', '=', given.platform)
      .where('i.tenant', '=', given.tenant)
      .where(({ ref }) => sql<boolean>`${ref('i.account')} = any (${given.accounts}::text[])`),
)
