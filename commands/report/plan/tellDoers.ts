import { coordinatorsOf } from '../../../db/directory/people.ts'
import type { WorkItem } from '../../../db/report/workItems.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'

interface Changed {
  /** Undefined for a new item. */
  readonly before: WorkItem | undefined
  readonly after: WorkItem
  readonly change: number
}

/**
 * Tells the coordinators of the entity that does an item of a work plan, and of the one that did it until now, what
 * somebody else did with it; says to the caller who is told.
 */
export async function tellDoers(
  { db, caller, notify }: Context,
  { before, after, change }: Changed,
): Promise<string | undefined> {
  const doers = [...new Set([before, after].flatMap((one) => one?.entityId ?? []))].filter(
    (id) => id !== caller.entityId,
  )
  const words = changedWords(before, after)
  if (doers.length === 0 || words === undefined) return undefined
  const people = new Map<number, boolean>()
  for (const id of doers)
    for (const personId of await coordinatorsOf(db, id)) people.set(personId, id === after.entityId)
  people.delete(caller.personId)
  if (people.size === 0) return undefined
  const by = byWhom(caller, [after.groupId])
  notify(
    [...people].map(([personId, does]) => ({
      key: `work-item:${after.id}:${change}:${personId}`,
      personId,
      kind: 'work-plan',
      subject: `work-item:${after.id}`,
      message: withReason(
        message(rich`${by} ${words}.`),
        {
          as: does
            ? `a coordinator of ${after.entity ?? ''}, which does it`
            : `a coordinator of ${before?.entity ?? ''}, which did it until now`,
          otherwise: `Is that wrong? Speak to ${caller.name}.`,
        },
        false,
      ),
    })),
  )
  const names = [...new Set([before?.entity, after.entity])].filter(
    (name) => name !== undefined && name !== null,
  )
  return `${counted(people.size, 'coordinator')} of ${list(names, 'and')} ${people.size === 1 ? 'is' : 'are'} told.`
}

/** `changed WP3 A paper (ETCIP, 2027): due now 1 Jul 2027 (was none)`; undefined where nothing of it differs. */
function changedWords(before: WorkItem | undefined, after: WorkItem): Rich | undefined {
  const name = rich`WP${after.id} ${after.what}`
  const plan = `the work plan of ${after.group} for ${after.year}`
  const due = after.dueOn === null ? '' : `, due ${formatDay(after.dueOn)}`
  if (before === undefined || (before.removed && !after.removed))
    return rich`put ${name} into ${plan}, to be done by ${after.entity ?? 'nobody yet'}${due}`
  if (after.removed) return rich`took ${name} out of ${plan}: nothing is left to do`
  const was = new Map(factsOf(before))
  const facts = factsOf(after).flatMap(([fact, text]) =>
    text === was.get(fact) ? [] : [`${fact} now ${text} (was ${was.get(fact) ?? 'none'})`],
  )
  return facts.length === 0 ? undefined : rich`changed ${name} in ${plan}: ${facts.join('; ')}`
}

function factsOf({ what, entity, dueOn, status }: WorkItem): readonly (readonly [string, string])[] {
  return [
    ['what is to be done', what],
    ['entity', entity ?? 'nobody yet'],
    ['due', dueOn === null ? 'none' : formatDay(dueOn)],
    ['status', status],
  ]
}
