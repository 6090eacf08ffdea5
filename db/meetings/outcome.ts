import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Entities, Meetings } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { overlaps } from './joint/groups.ts'

interface RecordedOutcome {
  readonly summary: string
  /** Numbers of entities; null leaves the attendance on record. */
  readonly attended: readonly number[] | null
  /** How many people came; null leaves what is on record. */
  readonly participants: number | null
}

/** Records that it was held; how it stood before is kept, so that this can be taken back. */
export async function holdMeeting(trx: Trx, id: number, outcome: RecordedOutcome, now: Date): Promise<void> {
  await hold(trx, { ...outcome, id, now })
}

const hold = statement((db, given: Params<RecordedOutcome & { id: number; now: Date }>) =>
  db
    .updateTable('meetings')
    .set(({ ref }) => ({
      status: 'held',
      summary: given.summary,
      attended: sql<number[]>`coalesce(${given.attended}::int[], ${ref('attended')})`,
      participants: sql<number | null>`coalesce(${given.participants}::int, ${ref('participants')})`,
      heldAt: given.now,
      changedAt: given.now,
      former: sql<string>`${jsonBuildObject({
        status: ref('status'),
        summary: ref('summary'),
        attended: ref('attended'),
        participants: ref('participants'),
        heldAt: ref('heldAt'),
      })}::jsonb`,
    }))
    .where('id', '=', given.id),
)

/** The entities of those who said in the meeting that they are there, by acronym. */
export async function entitiesPresent(
  db: Db,
  id: number,
): Promise<readonly Readonly<Pick<Entities, 'id' | 'acronym'>>[]> {
  return present(db, { id })
}

const present = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .innerJoin('entities as e', 'e.id', 'p.entityId')
    .select(['e.id', 'e.acronym'])
    .distinct()
    .where('i.meetingId', '=', given.id)
    .where('i.presentAt', 'is not', null)
    .orderBy('e.acronym'),
)

/** A meeting of one of these groups at just this moment, held or without an outcome so far; those held come first. */
export async function meetingThen(
  db: Db,
  meeting: Readonly<Pick<Meetings, 'startsAt' | 'groups'>>,
): Promise<Readonly<Pick<Meetings, 'id' | 'title' | 'status'>> | undefined> {
  const [found] = await then(db, { startsAt: meeting.startsAt, groups: [...meeting.groups] })
  return found
}

const then = statement((db, given: Params<{ startsAt: Date; groups: number[] }>) =>
  db
    .selectFrom('meetings as m')
    .select(['m.id', 'm.title', 'm.status'])
    .where('m.startsAt', '=', given.startsAt)
    .where('m.status', '<>', 'cancelled')
    .where(({ ref }) => overlaps(ref('m.groups'), sql`${given.groups}::int[]`))
    .orderBy('m.status')
    .orderBy('m.id')
    .limit(1),
)

type Former = Pick<Meetings, 'status' | 'summary' | 'attended'> & {
  readonly heldAt: string | null
  /** Absent from what was kept before anybody counted. */
  readonly participants?: number | null
}

/** Takes the last record of an outcome back, and returns the status of before; undefined where none is on record. */
export async function takeBackOutcome(
  trx: Trx,
  id: number,
  now: Date,
): Promise<Meetings['status'] | undefined> {
  const [row] = await before(trx, { id })
  // What stands there was written by `hold`.
  const former = row?.former as Former | null | undefined
  if (!former) return undefined
  const participants = former.participants ?? null
  await setBack(trx, {
    ...former,
    participants,
    heldAt: former.heldAt === null ? null : new Date(former.heldAt),
    id,
    now,
  })
  return former.status
}

const before = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('meetings').select('former').where('id', '=', given.id).where('status', '=', 'held'),
)

const setBack = statement(
  (
    db,
    given: Params<
      Omit<Former, 'heldAt' | 'participants'> & {
        heldAt: Date | null
        participants: number | null
        id: number
        now: Date
      }
    >,
  ) =>
    db
      .updateTable('meetings')
      .set((eb) => ({
        status: given.status,
        summary: given.summary,
        attended: sql<number[]>`${given.attended}::int[]`,
        participants: given.participants,
        heldAt: given.heldAt,
        changedAt: given.now,
        former: null,
        sequence: eb('sequence', '+', 1),
      }))
      .where('id', '=', given.id),
)
