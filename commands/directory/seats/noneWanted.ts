import { coordinatorsOf, secretariatPeople } from '../../../db/directory/people.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { type Block, block, message, type Rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** The key of what asks somebody for a nominee because of a change. */
export function wantedKey(change: number, personId: number): string {
  return `nominee-wanted:${change}:${personId}`
}

interface TakenBack {
  /** The change that asked for a nominee. */
  readonly reverted: number
  /** The change that took it back. */
  readonly change: number
  readonly entityId: number
  /** What holds again and is not asked any more. */
  readonly text: Rich
}

/** Once a change is taken back, tells whoever was asked for a nominee because of it that none is needed; says so to the caller. */
export async function tellNoneWanted(
  context: Context,
  { reverted, change, entityId, text }: TakenBack,
): Promise<Block | undefined> {
  const asked = await officersTold(context, entityId, (id) => wantedKey(reverted, id))
  context.notify(
    asked.map((personId) => ({
      key: `nominee-unwanted:${change}:${personId}`,
      personId,
      kind: 'nominee-wanted',
      subject: `entity:${entityId}`,
      message: message(text),
    })),
  )
  return asked.length > 0
    ? block.text('Whoever was asked for a successor is told that none is needed.')
    : undefined
}

/** Of those who look after an entity, and of the secretariat, whoever was told something with such a key; the caller apart. */
export async function officersTold(
  { db, caller }: Context,
  entityId: number,
  key: (personId: number) => string,
): Promise<readonly number[]> {
  const [coordinators, secretariat] = await Promise.all([coordinatorsOf(db, entityId), secretariatPeople(db)])
  const might = [...new Set([...coordinators, ...secretariat])].filter((id) => id !== caller.personId)
  const told = await recordedKeys(db, might.map(key))
  return might.filter((id) => told.has(key(id)))
}
