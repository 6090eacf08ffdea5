import { createHash } from 'node:crypto'

import { UserError } from '../../src/core/errors.ts'
import type { Button } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'

/** What an undo button carries of a change, so that it takes back nothing that somebody else has changed since. */
export const undoesOption = option.text({
  onlyPressed: true,
  about: 'The change that an undo takes back, as its button says',
  max: 120,
})

/**
 * What an undo button says of a change: short marks of the value that it set and of the one before. Raises `UserError`
 * where both are the same, since a change that changes nothing must leave the undo of the one before it. `stands` is
 * a sentence that says how it stands.
 */
export function undoesOf(
  after: unknown,
  before: unknown,
  stands: string,
  buttons: readonly Button[] = [],
): string {
  const [now, then] = [markOf(after), markOf(before)]
  if (now === then) throw new UserError(`${stands} That was so already; nothing was changed.`, { buttons })
  return `${now} ${then}`
}

/** Twelve hexadecimal digits that stand for a value. */
export function markOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 12)
}

/**
 * Raises `UserError` where what a change had set, as its undo button says, is not what stands now. `stands` is a
 * sentence that says how it stands.
 */
export function refuseOverruled(
  undoes: string | undefined,
  standing: unknown,
  stands: string,
  buttons: readonly Button[] = [],
): void {
  if (undoes === undefined) return
  const [after, before] = undoes.split(' ')
  const mark = markOf(standing)
  if (mark === after) return
  throw new UserError(
    mark === before
      ? `That was taken back already. ${stands} Nothing was changed.`
      : `That was changed once more since. ${stands} Nothing was changed.`,
    { buttons },
  )
}
