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
  const { name: by } = context.caller
  context.notify(
    [...told].map((personId) => ({
      key: `rights:${change}:${personId}`,
      personId,
      kind: 'rights',
      subject: `person:${id}`,
      message: message(
        personId === id
          ? rich`${by} changed your rights: you ${rightsInWords(after, yours)}.`
          : rich`${by} changed the rights of ${name}, who ${rightsInWords(after, theirs)}.`,
      ),
    })),
  )
}

const theirs = {
  isSecretariat: ['is of the secretariat now', 'is not of the secretariat any more'],
  isCoordinator: ['coordinates their entity now', 'does not coordinate their entity any more'],
} as const

const yours = {
  isSecretariat: ['are of the secretariat now', 'are not of the secretariat any more'],
  isCoordinator: ['coordinate your entity now', 'do not coordinate your entity any more'],
} as const

/** The rights that were given or taken, in words about whoever has them. */
function rightsInWords(
  after: RightsChanged['after'],
  words: Readonly<Record<keyof typeof theirs, readonly [given: string, taken: string]>>,
): string {
  return (['isSecretariat', 'isCoordinator'] as const)
    .flatMap((right) => (after[right] === undefined ? [] : [words[right][after[right] ? 0 : 1]]))
    .join(' and ')
}

/** Whether nothing but rights was changed. */
export function rightsAlone(after: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(after).every((column) => column === 'isSecretariat' || column === 'isCoordinator')
}
