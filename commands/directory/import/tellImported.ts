import type { Block } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { type PersonChange, tellPeopleChanged } from '../told/personChanged.ts'
import { tellBackInUse } from '../told/personReverted.ts'
import type { FileOutcome } from './importSheets.ts'

/**
 * Tells people what an import changed in their records, each once, whatever sheets name them; `change` is the number of
 * the import as a change. Says to the caller who is told.
 */
export async function tellImported(
  context: Context,
  { sheets }: FileOutcome,
  change: number,
): Promise<readonly Block[]> {
  const changed = new Map<number, PersonChange>()
  for (const { plan } of sheets) {
    if (plan.kind !== 'person') continue
    for (const { id, before, patch } of plan.changed) {
      const earlier = changed.get(id)
      changed.set(id, {
        id,
        before: { ...before, ...earlier?.before },
        after: { ...earlier?.after, ...patch },
      })
    }
  }
  const people = [...changed.values()]
  const isBack = ({ after }: PersonChange) => after['retiredOn'] === null
  return [
    ...(await tellPeopleChanged(
      context,
      people.filter((one) => !isBack(one)),
      change,
    )),
    toldLine(
      await tellBackInUse(
        context,
        people.filter(isBack).map(({ id }) => id),
        change,
      ),
    ),
  ].filter((one) => one !== undefined)
}
