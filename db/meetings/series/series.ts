import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { MeetingSeries } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'

export type StoredSeries = Readonly<Omit<MeetingSeries, 'createdAt'>>

export type NewSeries = Omit<StoredSeries, 'id' | 'calendarMark' | 'madeUntil' | 'endedFrom'>

export const seriesColumns = [
  ...(['id', 'groupId', 'jointWith', 'title', 'kind', 'minutes', 'place', 'link', 'organizerId'] as const),
  ...(['rule', 'said', 'firstDay', 'wallHour', 'wallMinute', 'zone', 'untilDay', 'times'] as const),
  ...(['exceptDays', 'dayShift', 'rootId', 'madeUntil', 'endedFrom', 'calendarMark'] as const),
] as const

/** Returns its number; no meeting of it exists yet. */
export async function createSeries(trx: Trx, series: NewSeries, now: Date): Promise<number> {
  const [row] = await create(trx, { ...series, now })
  if (!row) throw new Error('the series was not created')
  return row.id
}

const create = statement((db, given: Params<NewSeries & { now: Date }>) =>
  db
    .insertInto('meetingSeries')
    .values({
      groupId: given.groupId,
      jointWith: sql<number[]>`${given.jointWith}::int[]`,
      title: given.title,
      kind: given.kind,
      minutes: given.minutes,
      place: given.place,
      link: given.link,
      organizerId: given.organizerId,
      rule: given.rule,
      said: given.said,
      firstDay: given.firstDay,
      wallHour: given.wallHour,
      wallMinute: given.wallMinute,
      zone: given.zone,
      untilDay: given.untilDay,
      times: given.times,
      exceptDays: sql<Day[]>`${given.exceptDays}::text[]`,
      dayShift: given.dayShift,
      rootId: given.rootId,
      madeUntil: sql<Day>`${given.firstDay}::date - 1`,
      createdAt: given.now,
    })
    .returning('id'),
)

export async function seriesById(db: Db, id: number): Promise<StoredSeries | undefined> {
  const [row] = await byId(db, { id })
  return row
}

const byId = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('meetingSeries').select(seriesColumns).where('id', '=', given.id),
)

/** Series whose meetings do not exist up to a day, locked; what another replica extends is left to it. */
export async function seriesToExtend(trx: Trx, until: Day, limit: number): Promise<readonly StoredSeries[]> {
  return toExtend(trx, { until, limit })
}

const toExtend = statement((db, given: Params<{ until: Day; limit: number }>) =>
  db
    .selectFrom('meetingSeries')
    .select(seriesColumns)
    .where('endedFrom', 'is', null)
    .where('madeUntil', '<', day(given.until))
    // A closed group meets no more; a joint series goes on for those that are left.
    .where(({ exists, ref, selectFrom }) =>
      exists(
        selectFrom('workingGroups as g')
          .select('g.id')
          .where((eb) => eb.or([eb('g.id', '=', ref('groupId')), isOneOf(eb.ref('g.id'), ref('jointWith'))]))
          .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.until))])),
      ),
    )
    .orderBy('madeUntil')
    .limit(given.limit)
    .forUpdate()
    .skipLocked(),
)

export interface OccurrenceRow {
  readonly seriesDay: Day
  readonly startsAt: Date
}

/** Makes meetings of a series; one that exists stays as it is. Returns the numbers of those made, the first first. */
export async function addOccurrences(
  trx: Trx,
  seriesId: number,
  occurrences: readonly OccurrenceRow[],
  madeUntil: Day,
  now: Date,
): Promise<readonly number[]> {
  const rows = asRecords(occurrences.map((one) => ({ ...one, startsAt: one.startsAt.toISOString() })))
  const made = await add(trx, { seriesId, occurrences: rows, now })
  await setMade(trx, { id: seriesId, madeUntil })
  return made.map(({ id }) => id)
}

const add = statement((db, given: Params<{ seriesId: number; occurrences: string; now: Date }>) =>
  db
    .insertInto('meetings')
    .columns([
      ...([
        'groupId',
        'jointWith',
        'title',
        'kind',
        'startsAt',
        'minutes',
        'zone',
        'place',
        'link',
        'status',
      ] as const),
      ...(['organizerId', 'createdAt', 'changedAt', 'seriesId', 'seriesDay'] as const),
    ])
    .expression((from) =>
      from
        .selectFrom('meetingSeries as s')
        .innerJoin(
          records<{ seriesDay: string; startsAt: Date }>(given.occurrences, {
            seriesDay: 'text',
            startsAt: 'timestamptz',
          }),
          (join) => join.onTrue(),
        )
        .select([
          's.groupId',
          's.jointWith',
          's.title',
          's.kind',
          'n.startsAt',
          's.minutes',
          's.zone',
          's.place',
          's.link',
        ])
        .select(sql<'scheduled'>`'scheduled'`.as('status'))
        .select('s.organizerId')
        .select([
          sql<Date>`${given.now}::timestamptz`.as('createdAt'),
          sql<Date>`${given.now}::timestamptz`.as('changedAt'),
        ])
        .select('s.id as seriesId')
        .select(({ ref }) => sql<Day>`${ref('n.seriesDay')}::date`.as('seriesDay'))
        .where('s.id', '=', given.seriesId)
        .orderBy('n.startsAt'),
    )
    .onConflict((conflict) => conflict.columns(['seriesId', 'seriesDay']).doNothing())
    .returning('id'),
)

const setMade = statement((db, given: Params<{ id: number; madeUntil: Day }>) =>
  db
    .updateTable('meetingSeries')
    .set(({ ref }) => ({ madeUntil: sql<Day>`greatest(${ref('madeUntil')}, ${day(given.madeUntil)})` }))
    .where('id', '=', given.id),
)
