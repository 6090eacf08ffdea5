import { sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db, Trx } from '../../store/db.ts'
import { keepFormerAddress } from '../busy/formerAddresses.ts'
import { type Recorder, recordChange } from '../edit/changes.ts'
import { keepSecretariat } from '../edit/person.ts'
import { stamp } from '../edit/stamp.ts'
import { type Entries, entriesOf, moveEntries } from './entries.ts'
import { type MeetingRecords, meetingRecordsOf, moveMeetingRecords } from './meetingRecords.ts'
import { type AccountKey, moveAccounts, moveAddresses, moveTerms } from './ownership.ts'
import {
  moveRequestsAndSettings,
  type RequestsAndSettings,
  requestsAndSettingsOf,
} from './requestsAndSettings.ts'
import { moveWork, type Transfer, type WorkInHand, workInHandOf } from './workInHand.ts'

/**
 * What two records of one person have, for the preview and for taking the merge back: it is stored with the change, so
 * that its keys keep the names that they have in older ones.
 */
export interface MergedRecord {
  readonly email: string | null
  readonly otherEmails: readonly string[]
  readonly accounts: readonly AccountKey[]
  readonly roles: readonly number[]
  readonly seats: readonly number[]
  readonly posts: readonly number[]
  readonly things: WorkInHand
  /** Missing in merges that were recorded before it was kept. */
  readonly traces?: MeetingRecords
  /** Missing as well in merges that were recorded before it was kept. */
  readonly entries?: Entries
  readonly marks?: RequestsAndSettings
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
    things: await workInHandOf(db, hands, now, true),
    traces: await meetingRecordsOf(db, hands),
    entries: await entriesOf(db, hands),
    marks: await requestsAndSettingsOf(db, hands),
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
  await lockBoth(trx, hands)
  const twin = await twinOf(trx, hands, recorder.now)
  await stamp(trx, recorder)
  if (twin.isSecretariat && !(await isSecretariat(trx, to))) await keepSecretariat(trx, from)
  const dropped = await dropRepeatedPosts(trx, hands)
  const former = await keepFormerAddress(trx, from, { now: recorder.now, retired: true })
  const posts = twin.posts.filter((id) => !dropped.some((post) => post.id === id))
  const merged = { ...twin, posts, calendar: former !== undefined }
  await moveHeld(trx, merged, to)
  await moveWork(trx, twin.things, hands)
  if (twin.traces) await moveMeetingRecords(trx, twin.traces, hands)
  if (twin.entries) await moveEntries(trx, twin.entries, hands)
  if (twin.marks) await moveRequestsAndSettings(trx, twin.marks, hands)
  await moveAccounts(trx, twin.accounts, to)
  await retireTwin(trx, hands, twin.retiredOn ?? today)
  await moveAddresses(trx, [...(twin.email === null ? [] : [twin.email]), ...twin.otherEmails], to)
  return recordChange(
    trx,
    {
      kind: 'merge',
      recordId: to,
      before: { from, to, twin: merged, dropped },
      after: { from, to },
    },
    recorder,
  )
}

/** Raises `UserError` where one of them is part of another record already. */
async function lockBoth(trx: Trx, { from, to }: Transfer): Promise<void> {
  const both = await trx
    .selectFrom('people')
    .select(['id', 'mergedInto'])
    .where('id', 'in', [from, to])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (both.some(({ mergedInto }) => mergedInto !== null))
    throw new UserError('One of the two is part of another record already. Nothing was changed.')
}

async function isSecretariat(trx: Trx, id: number): Promise<boolean> {
  const person = await trx
    .selectFrom('people')
    .select('isSecretariat')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return person.isSecretariat
}

/** Roles, seats and posts go over. Raises `UserError` where the other holds one of them on the same days. */
async function moveHeld(trx: Trx, held: Pick<MergedRecord, 'roles' | 'seats' | 'posts'>, to: number) {
  try {
    await moveTerms(trx, held, to)
  } catch (error) {
    throw overlaps(error)
      ? new UserError(
          'Both hold the same role or seat on some of the same days. End one of the two first (/wg release, /directory vacancies). Nothing was changed.',
        )
      : error
  }
}

async function retireTwin(trx: Trx, { from, to }: Transfer, retiredOn: Day): Promise<void> {
  await trx
    .updateTable('people')
    .set({ email: null, mergedInto: to, isSecretariat: false, isCoordinator: false, retiredOn })
    .where('id', '=', from)
    .execute()
}

export interface MergedPost {
  readonly id: number
  readonly entityId: number
  readonly during: string
}

/** Posts of the twin on days on which the other stands for the same entity anyhow: one record of it is enough. */
async function dropRepeatedPosts(trx: Trx, { from, to }: Transfer): Promise<readonly MergedPost[]> {
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
