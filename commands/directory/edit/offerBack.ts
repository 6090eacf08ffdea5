import {
  personWithAddress,
  type RetiredRecord,
  retiredPersonWith,
  retiredWithAcronym,
} from '../../../db/directory/edit/retired.ts'
import { undoneAddition } from '../../../db/directory/edit/undoneAddition.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { looksAfter } from './rights.ts'

/** Raises `UserError` for the address of somebody retired whom the caller looks after, with what brings them back. */
export async function refuseRetiredPerson({ db, caller }: Context, email: string): Promise<void> {
  const retired = await retiredPersonWith(db, email)
  if (!retired || !looksAfter(caller, [retired.entityId])) return
  // One whose addition was taken back is brought back by adding them.
  if (await undoneAddition(db, 'person', retired)) return
  throw isRetired(retired, 'email', `${email} is the address of ${retired.name}, who has been retired`)
}

/**
 * Raises `UserError` for the address of somebody whom the caller looks after, with what puts the rest of what was typed
 * into their record.
 */
export async function refuseKnownPerson(
  { db, caller }: Context,
  email: string,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const known = await personWithAddress(db, email)
  if (!known || !looksAfter(caller, [known.entityId])) return
  const given = Object.entries(typed).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  )
  const person = `P${known.id}`
  const ways =
    given.length === 0
      ? button('Show', 'directory person', { person })
      : button(`Change ${known.name}`, 'directory edit person', { person, ...Object.fromEntries(given) })
  throw new UserError(`${email} is ${known.name}’s in the directory already. Nothing was changed.`, {
    option: 'email',
    buttons: [ways],
  })
}

/** Raises `UserError` for the acronym of a retired entity or group, with what brings it back. */
export async function refuseRetiredAcronym(
  { db }: Context,
  kind: 'entity' | 'group',
  acronym: string,
): Promise<void> {
  const retired = await retiredWithAcronym(db, kind, acronym)
  if (!retired || (await undoneAddition(db, kind, retired))) return
  throw isRetired(retired, 'acronym', `${retired.name} has been ${kind === 'entity' ? 'retired' : 'closed'}`)
}

function isRetired({ name, on, change }: RetiredRecord, option: string, found: string): UserError {
  const stands = `${found} since ${formatDay(on)}`
  return change === undefined
    ? new UserError(`${stands}. Nothing was changed.`, { option })
    : new UserError(`${stands}; the record can be brought back with its history. Nothing was changed.`, {
        option,
        buttons: [button(`Bring ${name} back`, 'directory revert', { change: `D${change}` })],
      })
}
