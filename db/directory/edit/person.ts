import { brokenConstraint, UserError } from '../../../src/core/errors.ts'
import { type Day, dayOf, formatDay } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type EndedSeat, endSeatsOf, keptSeat } from '../seats/seats.ts'
import { difference, type Recorder, recordChange } from './changes.ts'
import type { SavedRecord } from './entity.ts'
import { heldSince } from './heldSince.ts'
import { stamp } from './stamp.ts'

const settable = [
  'name',
  'email',
  'entityId',
  'title',
  'zone',
  'phone',
  'station',
  'country',
  'languages',
  'isSecretariat',
  'isCoordinator',
  'retiredOn',
] as const

/** What can be set of a person. */
export type PersonFields = Pick<People, (typeof settable)[number]>

/** What can be changed of a person beside that: since when they stand for their entity, and who may see what. */
export type PersonPatch = Partial<PersonFields & Pick<People, 'since' | 'emailFor' | 'phoneFor'>>

type Stored = Required<PersonPatch>

const fields = [...settable, 'since', 'emailFor', 'phoneFor'] as const

/** Adds a person. Raises `UserError` where the address is somebody else's. */
export async function addPerson(
  trx: Trx,
  given: PersonFields & PersonPatch,
  recorder: Recorder,
): Promise<SavedRecord> {
  await stamp(trx, recorder)
  await refuseOtherMailbox(trx, given.email)
  const { id } = await trx
    .insertInto('people')
    .values(given)
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw taken(error, given.email)
    })
  const change = await recordChange(
    trx,
    { kind: 'person', recordId: id, before: null, after: given },
    recorder,
  )
  return { id, change }
}

/**
 * Changes a person; undefined where nothing differs. What is changed holds from the day of their new entity, else from
 * `dated`, else from today; `mistake` says that it was so ever since what stands there was set. Raises `UserError` where the address is somebody else's, or the
 * last member of the secretariat would be taken out of it.
 */
export async function changePerson(
  trx: Trx,
  id: number,
  patch: PersonPatch,
  recorder: Recorder,
  dated?: Day | 'mistake',
): Promise<
  | (SavedRecord & {
      readonly before: PersonPatch
      readonly after: PersonPatch
      readonly seats: readonly EndedSeat[]
    })
  | undefined
> {
  const current = await lockPerson(trx, id)
  const changed = difference(current, datedPatch(current, patch, recorder))
  if (!changed) return undefined
  checkSince(changed.after, current)
  await refuseOtherMailbox(trx, changed.after.email ?? null)
  await stamp(trx, recorder)
  if (changed.after.isSecretariat === false) await keepSecretariat(trx, id)
  await trx
    .updateTable('people')
    .set({
      ...changed.after,
      ...(changed.after.zone === undefined ? {} : { zoneFrom: 'directory' }),
      // The settings do not take back what a command decided.
      ...(changed.after.isSecretariat === undefined ? {} : { secretariatBySettings: false }),
    })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      throw taken(error, patch.email ?? current.email)
    })
  const seats = await leaveSeats(trx, id, current, changed.after)
  const before = seats.length === 0 ? changed.before : { ...changed.before, seats: seats.map(keptSeat) }
  const since = changed.after.entityId === undefined ? undefined : changed.after.since
  const holds =
    dated === 'mistake' ? await heldSince(trx, id, Object.keys(changed.after)) : (since ?? dated ?? undefined)
  const change = await recordChange(
    trx,
    { kind: 'person', recordId: id, before, after: changed.after },
    holds === undefined ? recorder : { ...recorder, holds },
  )
  return { id, change, before: changed.before, after: changed.after, seats }
}

/** Whoever leaves an entity leaves its seats. */
async function leaveSeats(trx: Trx, id: number, current: Stored, { entityId, since }: PersonPatch) {
  if (entityId === undefined || current.entityId === null || !since) return []
  return endSeatsOf(trx, id, since, current.entityId)
}

/** Who changes entities stands for the new one from a day on: the day of the record where none is told. */
function datedPatch(current: Stored, patch: PersonPatch, { now }: Recorder): PersonPatch {
  const moves = patch.entityId !== undefined && patch.entityId !== current.entityId
  if (!moves) return patch
  return {
    // A coordinator of one entity does not become the coordinator of another by moving there.
    ...(current.isCoordinator ? { isCoordinator: false } : {}),
    ...patch,
    since: patch.since ?? dayOf(now, 'UTC'),
  }
}

function checkSince({ since, retiredOn = null }: PersonPatch, current: Stored): void {
  const end = retiredOn ?? current.retiredOn
  if (!since || end === null || since < end) return
  throw new UserError(
    `${current.name} was retired on ${formatDay(end)}, before that day. Give an earlier one. Nothing was changed.`,
    { option: 'from' },
  )
}

/** A person's columns, locked until the transaction ends. */
export async function lockPerson(trx: Trx, id: number): Promise<Stored> {
  return trx
    .selectFrom('people')
    .select([...fields])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Raises `UserError` where nobody would be left. Two who leave at once wait for each other, so that one of them always stays. */
export async function keepSecretariat(trx: Trx, leaving: number): Promise<void> {
  const members = await trx
    .selectFrom('people')
    .select('id')
    .where('isSecretariat', 'is', true)
    .where('retiredOn', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (members.some(({ id }) => id !== leaving)) return
  throw new UserError(
    'That would leave nobody in the secretariat. Give it to somebody else first (/directory edit person … secretariat:yes). Nothing was changed.',
  )
}

/** Raises `UserError` for an address that is another mailbox of somebody: it is theirs as much as their first. */
async function refuseOtherMailbox(trx: Trx, email: string | null): Promise<void> {
  if (email === null) return
  const other = await trx
    .selectFrom('otherAddresses')
    .select('email')
    .where('email', '=', email)
    .executeTakeFirst()
  if (other) throw taken(undefined, email, 'people_email')
}

/** The error for somebody who would stand for one entity twice at the same time. */
export function postsMeet(who = 'They'): UserError {
  return new UserError(
    `${who} stood for that entity before, until a day that the new first day does not come after. Give a later first day. Nothing was changed.`,
    { option: 'from' },
  )
}

function taken(error: unknown, email: string | null, constraint = brokenConstraint(error)): unknown {
  if (constraint === 'posts_once') return postsMeet()
  return constraint === 'people_email'
    ? new UserError(
        `${email ?? 'That address'} is somebody else’s in the directory already. Nothing was changed.`,
        {
          option: 'email',
        },
      )
    : error
}
