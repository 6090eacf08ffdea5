import { sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db, Trx } from '../../store/db.ts'
import { keepFormerAddress } from '../busy/formerAddresses.ts'
import { type Recorder, recordChange } from '../edit/changes.ts'
import { keepSecretariat } from '../edit/person.ts'
import { stamp } from '../edit/stamp.ts'
import { type Entries, entriesOf, moveEntries } from './entries.ts'
import { type Marks, marksOf, moveMarks } from './marks.ts'
import { type AccountKey, moveAccounts, moveAddresses, moveTerms } from './ownership.ts'
import { moveThings, type Transfer, thingsOf, type WorkInHand } from './things.ts'
import { moveTraces, type Traces, tracesOf } from './traces.ts'

/** What two records of one person have, for the preview and for taking the merge back. */
export interface MergedRecord {
  readonly email: string | null
  readonly otherEmails: readonly string[]
  readonly accounts: readonly AccountKey[]
  readonly roles: readonly number[]
  readonly seats: readonly number[]
  readonly posts: readonly number[]
  readonly things: WorkInHand
  /** Missing in merges that were recorded before it was kept. */
  readonly traces?: Traces
  /** Missing as well in merges that were recorded before it was kept. */
  readonly entries?: Entries
  readonly marks?: Marks
  /** Whether the address of their calendar ended with it. */
  readonly calendar?: boolean
  readonly retiredOn: Day | null
  readonly isSecretariat: boolean
  readonly isCoordinator: boolean
}

/** All that the record of a twin holds and the other would get. */
export async function twinOf(db: Db, hands: Transfer, now: Date): Promise<MergedRecord> {
  const { from } = hands
  const person = await db
    .selectFrom('people')
    .select(['email', 'retiredOn', 'isSecretariat', 'isCoordinator'])
    .where('id', '=', from)
    .executeTakeFirstOrThrow()
  const addresses = await db
    .selectFrom('otherAddresses')
    .select('email')
    .where('personId', '=', from)
    .execute()
  const accounts = await db
    .selectFrom('identities')
    .select(['platform', 'tenant', 'account'])
    .where('personId', '=', from)
    .execute()
  const ids = async (table: 'roles' | 'seats' | 'posts') =>
    (await db.selectFrom(table).select('id').where('personId', '=', from).execute()).map(({ id }) => id)
  return {
    ...person,
    otherEmails: addresses.map(({ email }) => email),
    accounts,
    roles: await ids('roles'),
    seats: await ids('seats'),
    posts: await ids('posts'),
    things: await thingsOf(db, hands, now, true),
    traces: await tracesOf(db, hands),
    entries: await entriesOf(db, hands),
    marks: await marksOf(db, hands),
  }
}

/**
 * Makes two records one: accounts, mailboxes, terms and all that is in hand go over, and the twin's own record stays,
 * retired, pointing at the other. Raises `UserError` where both hold the same role, seat or post on some days.
 */
export async function mergePeople(
  trx: Trx,
  hands: Transfer,
  today: Day,
  recorder: Recorder,
): Promise<number> {
  const { from, to } = hands
  await trx
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [from, to])
    .orderBy('id')
    .forUpdate()
    .execute()
  const twin = await twinOf(trx, hands, recorder.now)
  await stamp(trx, recorder)
  const survivor = await trx
    .selectFrom('people')
    .select('isSecretariat')
    .where('id', '=', to)
    .executeTakeFirstOrThrow()
  if (twin.isSecretariat && !survivor.isSecretariat) await keepSecretariat(trx, from)
  const dropped = await dropRepeatedPosts(trx, hands)
  const former = await keepFormerAddress(trx, from, { now: recorder.now, retired: true })
  const calendar = former !== undefined
  const posts = twin.posts.filter((id) => !dropped.some((post) => post.id === id))
  try {
    await moveTerms(trx, { ...twin, posts }, to)
  } catch (error) {
    throw overlaps(error)
      ? new UserError(
          'Both hold the same role or seat on some of the same days. End one of the two first (/wg release, /directory vacancies). Nothing was changed.',
        )
      : error
  }
  await moveThings(trx, twin.things, hands)
  if (twin.traces) await moveTraces(trx, twin.traces, hands)
  if (twin.entries) await moveEntries(trx, twin.entries, hands)
  if (twin.marks) await moveMarks(trx, twin.marks, hands)
  await moveAccounts(trx, twin.accounts, to)
  await trx
    .updateTable('people')
    .set({
      email: null,
      mergedInto: to,
      isSecretariat: false,
      isCoordinator: false,
      retiredOn: twin.retiredOn ?? today,
    })
    .where('id', '=', from)
    .execute()
  await moveAddresses(trx, [...(twin.email === null ? [] : [twin.email]), ...twin.otherEmails], to)
  return recordChange(
    trx,
    {
      kind: 'merge',
      recordId: to,
      before: { from, to, twin: { ...twin, posts, calendar }, dropped },
      after: { from, to },
    },
    recorder,
  )
}

export interface Post {
  readonly id: number
  readonly entityId: number
  readonly during: string
}

/** Posts of the twin on days on which the other stands for the same entity anyhow: one record of it is enough. */
async function dropRepeatedPosts(trx: Trx, { from, to }: Transfer): Promise<readonly Post[]> {
  return trx
    .deleteFrom('posts as d')
    .where('d.personId', '=', from)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('posts as o')
          .select('o.id')
          .where('o.personId', '=', to)
          .whereRef('o.entityId', '=', 'd.entityId')
          .whereRef('o.during', '&&', 'd.during'),
      ),
    )
    .returning(['d.id', 'd.entityId'])
    .returning(({ ref }) => sql<string>`${ref('d.during')}::text`.as('during'))
    .execute()
}
