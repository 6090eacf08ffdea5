import type { Db, Trx } from '../../store/db.ts'
import { absences, alone, raisedHands, rulesStopped, waitingSnoozes } from './ownAlone.ts'
import type { Transfer } from './workInHand.ts'

/**
 * What a person said, asked for or set, by the numbers of the records; it is theirs in a merge alone. Of what may stand
 * once only, such as a raised hand or hours of work, nothing that the other has too.
 */
export interface RequestsAndSettings extends Readonly<Record<Table, readonly number[]>> {
  /** Resolutions to which they objected, each for an entity. */
  readonly objections: readonly { readonly resolutionId: number; readonly entityId: number }[]
  /** Rules by which they want no reminders. */
  readonly unsubscribed: readonly string[]
  /** Entities for which they are called first. */
  readonly calledFirst: readonly number[]
  /** Absences of others in which they are asked instead; merges before these were moved know none. */
  readonly standsIn?: readonly number[]
  /** Whether their settings of reminders, and their working hours, go over. */
  readonly reminderSettings: boolean
  readonly personHours: boolean
}

const columns = {
  speakers: 'personId',
  snoozes: 'personId',
  personAway: 'personId',
  agendaItems: 'addedBy',
  resolutions: 'proposedBy',
  polls: 'openedBy',
} as const

type Table = keyof typeof columns

export async function requestsAndSettingsOf(db: Db, transfer: Transfer): Promise<RequestsAndSettings> {
  const { from, to } = transfer
  const ids = async (rows: Promise<readonly { readonly id: number }[]>) => (await rows).map(({ id }) => id)
  return {
    unsubscribed: (await rulesStopped(db, transfer).execute()).map(({ rule }) => rule),
    calledFirst: (
      await db.selectFrom('calledFirst').select('entityId').where('personId', '=', from).execute()
    ).map(({ entityId }) => entityId),
    speakers: await ids(raisedHands(db, transfer).execute()),
    snoozes: await ids(waitingSnoozes(db, transfer).execute()),
    personAway: await ids(absences(db, transfer).execute()),
    agendaItems: await ids(db.selectFrom('agendaItems').select('id').where('addedBy', '=', from).execute()),
    resolutions: await ids(
      db.selectFrom('resolutions').select('id').where('proposedBy', '=', from).execute(),
    ),
    polls: await ids(db.selectFrom('polls').select('id').where('openedBy', '=', from).execute()),
    objections: await db
      .selectFrom('objections')
      .select(['resolutionId', 'entityId'])
      .where('personId', '=', from)
      .execute(),
    standsIn: await ids(
      db
        .selectFrom('personAway')
        .select('id')
        .where('alternateId', '=', from)
        .where('personId', '<>', to)
        .execute(),
    ),
    reminderSettings: await alone(db, 'reminderSettings', transfer),
    personHours: await alone(db, 'personHours', transfer),
  }
}

/** Moves these records from one person to another; what the first no longer has stays where it is. */
export async function moveRequestsAndSettings(
  trx: Trx,
  marks: RequestsAndSettings,
  { from, to }: Transfer,
): Promise<void> {
  for (const [table, column] of Object.entries(columns) as [Table, (typeof columns)[Table]][]) {
    const ids = marks[table]
    if (ids.length === 0) continue
    await trx
      .updateTable(table)
      .set({ [column]: to })
      .where('id', 'in', ids)
      .where(column, '=', from)
      .execute()
  }
  for (const { resolutionId, entityId } of marks.objections) {
    await trx
      .updateTable('objections')
      .set({ personId: to })
      .where(({ and }) => and({ resolutionId, entityId, personId: from }))
      .execute()
  }
  if (marks.unsubscribed.length > 0) {
    await trx
      .updateTable('unsubscribed')
      .set({ personId: to })
      .where('rule', 'in', marks.unsubscribed)
      .where('personId', '=', from)
      .execute()
  }
  if (marks.calledFirst.length > 0) {
    await trx
      .updateTable('calledFirst')
      .set({ personId: to })
      .where('entityId', 'in', marks.calledFirst)
      .where('personId', '=', from)
      .execute()
  }
  if (marks.standsIn && marks.standsIn.length > 0) {
    await trx
      .updateTable('personAway')
      .set({ alternateId: to })
      .where('id', 'in', marks.standsIn)
      .where('alternateId', '=', from)
      .execute()
  }
  for (const table of ['reminderSettings', 'personHours'] as const) {
    if (marks[table])
      await trx.updateTable(table).set({ personId: to }).where('personId', '=', from).execute()
  }
}
