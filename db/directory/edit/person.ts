import { UserError } from '../../../src/core/errors.ts'
import { type Day, dayOf, formatDay } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'
import { difference, type Recorder, recordChange } from './changes.ts'
import type { Saved } from './entity.ts'
import { stamp } from './stamp.ts'
import { type EndedTerm, endTermsOf } from './terms.ts'

/** What can be set of a person. */
export type PersonFields = Pick<
  People,
  | 'name'
  | 'email'
  | 'entityId'
  | 'title'
  | 'zone'
  | 'phone'
  | 'station'
  | 'country'
  | 'languages'
  | 'isSecretariat'
  | 'isCoordinator'
  | 'retiredOn'
>

/** What can be changed of a person beside that: since when they stand for their entity, and who may see what. */
export type PersonPatch = Partial<PersonFields & Pick<People, 'since' | 'emailFor' | 'phoneFor'>>

type Stored = Required<PersonPatch>

const fields = [
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
  'since',
  'emailFor',
  'phoneFor',
] as const

/** Adds a person. Raises `UserError` where the address is somebody else's. */
export async function addPerson(
  trx: Trx,
  given: PersonFields & PersonPatch,
  recorder: Recorder,
): Promise<Saved> {
  await stamp(trx, recorder)
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
 * Changes a person; undefined where nothing differs. Raises `UserError` where the address is somebody else's, or the
 * last member of the secretariat would be taken out of it.
 */
export async function changePerson(
  trx: Trx,
  id: number,
  patch: PersonPatch,
  recorder: Recorder,
): Promise<(Saved & { readonly after: PersonPatch }) | undefined> {
  const current = await lockPerson(trx, id)
  const changed = difference(current, datedPatch(current, patch, recorder))
  if (!changed) return undefined
  checkSince(changed.after, current)
  await stamp(trx, recorder)
  if (changed.after.isSecretariat === false) await keepSecretariat(trx, id)
  await trx
    .updateTable('people')
    .set({
      ...changed.after,
      ...(changed.after.zone === undefined ? {} : { zoneFrom: 'directory' }),
      // What a command decided is not the settings' to take back.
      ...(changed.after.isSecretariat === undefined ? {} : { secretariatBySettings: false }),
    })
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      throw taken(error, patch.email ?? current.email)
    })
  const change = await recordChange(trx, { kind: 'person', recordId: id, ...changed }, recorder)
  return { id, change, after: changed.after }
}

/** Who changes entities stands for the new one from a day on: the day of the record where none is told. */
function datedPatch(current: Stored, patch: PersonPatch, { now }: Recorder): PersonPatch {
  const moves = patch.entityId !== undefined && patch.entityId !== current.entityId
  return moves && patch.since === undefined ? { ...patch, since: dayOf(now, 'UTC') } : patch
}

function checkSince({ since, retiredOn = null }: PersonPatch, current: Stored): void {
  const end = retiredOn ?? current.retiredOn
  if (!since || end === null || since < end) return
  throw new UserError(
    `${current.name} was retired on ${formatDay(end)}, before that day. Give an earlier one. Nothing was changed.`,
    { option: 'from' },
  )
}

/** Retires a person and ends the terms that they hold by name. Raises `UserError` as `endTermsOf` does. */
export async function retirePerson(
  trx: Trx,
  id: number,
  on: Day,
  recorder: Recorder,
): Promise<Saved & { readonly ended: readonly EndedTerm[] }> {
  const current = await lockPerson(trx, id)
  if (current.retiredOn !== null) {
    throw new UserError(
      `${current.name} has been retired since ${formatDay(current.retiredOn)}. Nothing was changed.`,
    )
  }
  if (current.since !== null && on <= current.since) {
    throw new UserError(
      `${current.name} is on record since ${formatDay(current.since)}. Give a later day. Nothing was changed.`,
      { option: 'on' },
    )
  }
  if (current.isSecretariat) await keepSecretariat(trx, id)
  await stamp(trx, recorder)
  const ended = await endTermsOf(trx, { kind: 'person', id, label: current.name }, on)
  await trx.updateTable('people').set({ retiredOn: on }).where('id', '=', id).execute()
  const change = await recordChange(
    trx,
    {
      kind: 'person',
      recordId: id,
      before: { retiredOn: null, terms: ended.map((term) => ({ id: term.id, during: term.during })) },
      after: { retiredOn: on },
    },
    recorder,
  )
  return { id, change, ended }
}

async function lockPerson(trx: Trx, id: number): Promise<Stored> {
  return trx
    .selectFrom('people')
    .select([...fields])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Two who leave at once wait for each other, so that one of them always stays. */
async function keepSecretariat(trx: Trx, leaving: number): Promise<void> {
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

/** Whether anybody else in the directory has this name, case and accents aside: their addresses. */
export async function namesakes(db: Db, name: string, except: number): Promise<readonly string[]> {
  const rows = await alike(db, { name, except })
  return rows.map(({ email }) => email)
}

const alike = statement((db, given: Given<{ name: string; except: number }>) =>
  db
    .selectFrom('people')
    .select(({ fn }) => fn.coalesce('email', 'name').as('email'))
    .where('retiredOn', 'is', null)
    .where(({ eb, fn, ref }) => eb(fn('fold', [ref('name')]), '=', fn('fold', [given.name])))
    .where('id', '<>', given.except)
    .limit(5),
)

function taken(error: unknown, email: string | null): unknown {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
  return constraint === 'people_email'
    ? new UserError(
        `${email ?? 'That address'} is somebody else’s in the directory already. Nothing was changed.`,
        {
          option: 'email',
        },
      )
    : error
}
