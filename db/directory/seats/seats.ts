import { sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Seats } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'
import { type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'

export type Seat = Seats['seat']

/** A seat as it stood before it was ended. */
export interface EndedSeat {
  readonly id: number
  readonly groupId: number
  readonly group: string
  readonly entityId: number
  readonly seat: Seat
  readonly personId: number
  /** The range as it was, as Postgres writes it. */
  readonly during: string
  readonly source: string | null
}

/** A seat as a change keeps it: with all that it was, where it was taken out before it began. */
export type KeptSeat = Pick<EndedSeat, 'id' | 'during'> &
  Partial<Pick<EndedSeat, 'groupId' | 'entityId' | 'seat' | 'personId' | 'source'>>

export interface SeatAppointment {
  readonly groupId: number
  readonly entityId: number
  readonly seat: Seat
  readonly personId: number
  readonly from: Day
}

/**
 * Seats a person for an entity in a group from a day on; whoever held the seat, and the other seat that the person
 * held there, end the day before. Gives the number of the change. Raises `UserError` where a later holder stands in
 * the way, or one who began on that very day.
 */
export async function fillSeat(
  trx: Trx,
  { groupId, entityId, seat, personId, from }: SeatAppointment,
  recorder: Recorder,
): Promise<{ readonly change: number; readonly ended: readonly EndedSeat[] }> {
  await trx.selectFrom('workingGroups').select('id').where('id', '=', groupId).forUpdate().execute()
  await stamp(trx, recorder)
  const standing = await openSeats(trx, from, { groupId, entityId })
  const inTheWay = standing.filter((one) => one.seat === seat || one.personId === personId)
  const late = inTheWay.find(({ first }) => first !== null && first >= from)
  if (late) {
    throw new UserError(
      `${late.name} holds the ${late.seat} seat from ${formatDay(late.first ?? from)} on. Give a later day. Nothing was changed.`,
      { option: 'from' },
    )
  }
  const ended = await endSeats(trx, inTheWay, from)
  const { id } = await trx
    .insertInto('seats')
    .values({
      groupId,
      entityId,
      seat,
      personId,
      during: sql<string>`daterange(${from}::date, null)`,
      source: recorder.source ?? null,
      recordedBy: recorder.by,
      recordedAt: recorder.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const change = await recordChange(
    trx,
    {
      kind: 'seat',
      recordId: id,
      before: { seats: ended.map((one) => ({ id: one.id, during: one.during })) },
      after: { seat, groupId, entityId, personId, from },
    },
    recorder,
  )
  return { change, ended }
}

/** Ends the seats that a person holds beyond a day; for one entity alone where it is named. */
export async function endSeatsOf(
  trx: Trx,
  personId: number,
  on: Day,
  entityId?: number,
): Promise<readonly EndedSeat[]> {
  const standing = await openSeats(trx, on, { personId, ...(entityId === undefined ? {} : { entityId }) })
  return endSeats(trx, standing, on)
}

export interface OpenSeat extends EndedSeat {
  readonly name: string
  readonly first: Day | null
}

/** Seats that last beyond a day, held until the transaction ends. */
export async function openSeats(
  trx: Trx,
  on: Day,
  of: { readonly groupId?: number; readonly entityId?: number; readonly personId?: number },
): Promise<readonly OpenSeat[]> {
  return trx
    .selectFrom('seats as s')
    .innerJoin('workingGroups as g', 'g.id', 's.groupId')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.id', 's.groupId', 'g.acronym as group', 's.entityId', 's.seat', 's.personId', 'p.name'])
    .select('s.source')
    .select(({ ref }) => [
      sql<string>`${ref('s.during')}::text`.as('during'),
      firstDay(ref('s.during')).as('first'),
    ])
    .where(({ eb, ref }) => {
      const after = dayAfter(ref('s.during'))
      return eb.or([eb(after, 'is', null), eb(after, '>', sql<Day>`${on}::date`)])
    })
    .$if(of.groupId !== undefined, (query) => query.where('s.groupId', '=', of.groupId ?? 0))
    .$if(of.entityId !== undefined, (query) => query.where('s.entityId', '=', of.entityId ?? 0))
    .$if(of.personId !== undefined, (query) => query.where('s.personId', '=', of.personId ?? 0))
    .orderBy('g.number')
    .forUpdate('s')
    .execute()
}

/** A seat that would have begun by then is taken out; what was believed of it stays on record. */
export async function endSeats(
  trx: Trx,
  standing: readonly OpenSeat[],
  on: Day,
): Promise<readonly EndedSeat[]> {
  const ahead = standing.filter(({ first }) => first !== null && first >= on).map(({ id }) => id)
  const begun = standing.map(({ id }) => id).filter((id) => !ahead.includes(id))
  if (ahead.length > 0) await trx.deleteFrom('seats').where('id', 'in', ahead).execute()
  if (begun.length > 0) {
    await trx
      .updateTable('seats')
      .set(({ ref }) => ({ during: sql<string>`daterange(${firstDay(ref('during'))}, ${on}::date)` }))
      .where('id', 'in', begun)
      .execute()
  }
  return standing
}

/** A seat that ended, as it is kept in the change that ended it. */
export function keptSeat({ id, during, groupId, entityId, seat, personId, source }: EndedSeat): KeptSeat {
  return { id, during, groupId, entityId, seat, personId, source }
}

/**
 * Gives seats back the days that they had, and those back that had not begun. Raises `UserError` where somebody else
 * holds them by now.
 */
export async function restoreSeats(
  trx: Trx,
  seats: readonly KeptSeat[],
  { by, now }: Pick<Recorder, 'by' | 'now'>,
): Promise<void> {
  try {
    for (const { id, during, groupId, entityId, seat, personId, source = null } of seats) {
      const again = await trx
        .updateTable('seats')
        .set({ during })
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (again || !groupId || !entityId || !seat || !personId) continue
      await trx
        .insertInto('seats')
        .values({ groupId, entityId, seat, personId, during, source, recordedBy: by, recordedAt: now })
        .execute()
    }
  } catch (error) {
    if (!overlaps(error)) throw error
    throw new UserError(
      'A seat that was ended then has been given to somebody else since; /directory vacancies shows the seats. Nothing was changed.',
    )
  }
}
