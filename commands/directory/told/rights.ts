import { secretariatPeople } from '../../../db/directory/people.ts'
import { message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

interface RightsChanged {
  readonly id: number
  readonly change: number
  readonly name: string
  readonly after: Readonly<Record<string, unknown>>
}

/**
 * Tells the whole secretariat of every change to these rights, and the person concerned unless other things of their
 * record were changed with them, of which they hear all at once.
 */
export async function tellOfRights(
  context: Context,
  { id, change, name, after }: RightsChanged,
): Promise<void> {
  const { isSecretariat, isCoordinator } = after
  if (isSecretariat === undefined && isCoordinator === undefined) return
  const told = new Set([...(await secretariatPeople(context.db)), id])
  if (!rightsAlone(after)) told.delete(id)
  told.delete(context.caller.personId)
  const words = [
    ...(isSecretariat === undefined
      ? []
      : [isSecretariat ? 'is of the secretariat' : 'is not of the secretariat any more']),
    ...(isCoordinator === undefined
      ? []
      : [isCoordinator ? 'coordinates their entity' : 'does not coordinate their entity any more']),
  ].join(' and ')
  context.notify(
    [...told].map((personId) => ({
      key: `rights:${change}:${personId}`,
      personId,
      kind: 'rights',
      subject: `person:${id}`,
      message: message(rich`${context.caller.name} changed the rights of ${name}, who ${words}.`),
    })),
  )
}

/** Whether nothing but rights was changed. */
export function rightsAlone(after: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(after).every((column) => column === 'isSecretariat' || column === 'isCoordinator')
}
