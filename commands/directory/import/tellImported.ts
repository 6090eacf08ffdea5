import type { Block } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { type StandingsBefore, tellOfImport } from '../told/imported.ts'
import type { PersonChange } from '../told/personChanged.ts'
import { tellBackInUse } from '../told/personReverted.ts'
import type { FileOutcome } from './importSheets.ts'
import type { PlanKind } from './plan/plan.ts'

/**
 * Tells people what an import changed for them, each once, whatever sheets name them; `change` is the number of the
 * import as a change, and `lastPerson` that of whoever was added last before it. Says to the caller who is told.
 */
export async function tellImported(
  context: Context,
  outcome: FileOutcome,
  { change, before, lastPerson }: { change: number; before: StandingsBefore; lastPerson: number },
): Promise<readonly Block[]> {
  const people = changesOf(outcome, 'person')
  const isBack = ({ after }: PersonChange) => after['retiredOn'] === null
  const changes = {
    people: people.filter((one) => !isBack(one)),
    entities: changesOf(outcome, 'entity'),
    groups: changesOf(outcome, 'group'),
  }
  return [
    ...(await tellOfImport(context, before, changes, { change, isNew: (id) => id > lastPerson })),
    toldLine(
      await tellBackInUse(
        context,
        people.filter(isBack).map(({ id }) => id),
        change,
      ),
    ),
  ].filter((one) => one !== undefined)
}

/** What changes in each record of a kind, over all sheets. */
function changesOf({ sheets }: FileOutcome, kind: PlanKind): readonly PersonChange[] {
  const changed = new Map<number, PersonChange>()
  for (const { plan } of sheets) {
    if (plan.kind !== kind) continue
    for (const { id, before, patch } of plan.changed) {
      const earlier = changed.get(id)
      changed.set(id, {
        id,
        before: { ...before, ...earlier?.before },
        after: { ...earlier?.after, ...patch },
      })
    }
  }
  return [...changed.values()]
}
