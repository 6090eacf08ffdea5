import { coordinatorsOf } from '../../db/directory/people.ts'
import type { Project } from '../../db/projects/projects.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import type { Context } from '../define.ts'
import { byWhom } from '../records/byWhom.ts'
import { projectFacts } from './shown.ts'

/**
 * Tells the coordinators of the lead, and of the lead before, what somebody else did with its project; says to the
 * caller who is told.
 */
export async function tellLead(
  { db, caller, notify }: Context,
  {
    before,
    after,
    change,
    isBack = false,
  }: {
    /** Undefined for a new one. */
    readonly before: Project | undefined
    readonly after: Project
    readonly change: number
    /** Whether a change was taken back. */
    readonly isBack?: boolean
  },
): Promise<string | undefined> {
  const leads = [...new Set([before?.leadId ?? after.leadId, after.leadId])].filter(
    (id) => id !== caller.entityId,
  )
  const found = await Promise.all(leads.map((id) => coordinatorsOf(db, id)))
  const people = [...new Set(found.flat())].filter((id) => id !== caller.personId)
  const isAdded = before === undefined || (before.removed && !after.removed)
  const lines = isAdded || after.removed ? projectFacts(after) : changedFacts(before, after)
  if (people.length === 0 || lines.length === 0) return undefined
  const project = `PRJ${after.id}`
  const named = `${project} ${after.title}`
  const news = isAdded
    ? rich`${byWhom(caller)} put ${named} into the matrix of projects, led by ${after.lead}.`
    : after.removed
      ? rich`${byWhom(caller)} took ${named} out of the matrix of projects.`
      : isBack
        ? rich`${byWhom(caller)} took a change of ${named} back.`
        : rich`${byWhom(caller)} changed ${named}.`
  notify(
    people.map((personId) => ({
      key: `project:${after.id}:${change}:${personId}`,
      personId,
      kind: 'project',
      subject: `project:${after.id}`,
      message: message(
        news,
        block.fields(lines),
        after.removed ? undefined : block.buttons(button('Open', 'project show', { project })),
      ),
    })),
  )
  const told = [...new Set([before?.lead ?? after.lead, after.lead])]
  return `${counted(people.length, 'coordinator')} of ${told.join(' and ')} ${people.length === 1 ? 'is' : 'are'} told.`
}

/** Each fact that differs as it is now, and as it was. */
function changedFacts(before: Project, after: Project): readonly (readonly [string, string])[] {
  const was = new Map([['Title', before.title], ...projectFacts(before)])
  const now = new Map([['Title', after.title], ...projectFacts(after)])
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((name) => {
    const [text = 'empty', former = 'empty'] = [now.get(name), was.get(name)]
    return text === former ? [] : [[name, `${text} (was ${former})`] as const]
  })
}
