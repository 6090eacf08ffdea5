import { coordinatorsOf } from '../../db/directory/people.ts'
import type { Project } from '../../db/projects/projects.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import type { Context } from '../define.ts'
import { projectFacts } from './shown.ts'

/** Tells the coordinators of the lead, and of the lead before, what somebody else has changed in its project. */
export async function tellLead(
  { db, caller, notify }: Context,
  {
    before,
    after,
    change,
    isBack = false,
  }: {
    readonly before: Project
    readonly after: Project
    readonly change: number
    /** Whether a change was taken back. */
    readonly isBack?: boolean
  },
): Promise<string | undefined> {
  const leads = [...new Set([before.leadId, after.leadId])].filter((id) => id !== caller.entityId)
  const found = await Promise.all(leads.map((id) => coordinatorsOf(db, id)))
  const people = [...new Set(found.flat())].filter((id) => id !== caller.personId)
  const lines = changedFacts(before, after)
  if (people.length === 0 || lines.length === 0) return undefined
  const project = `PRJ${after.id}`
  notify(
    people.map((personId) => ({
      key: `project:${after.id}:${change}:${personId}`,
      personId,
      kind: 'project',
      subject: `project:${after.id}`,
      message: message(
        isBack
          ? rich`${caller.name} took a change of ${project} ${after.title} back.`
          : rich`${caller.name} changed ${project} ${after.title}.`,
        block.fields(lines),
        block.buttons(button('Open', 'project show', { project })),
      ),
    })),
  )
  return `${counted(people.length, 'coordinator')} of ${before.lead}${before.leadId === after.leadId ? '' : ` and ${after.lead}`} ${people.length === 1 ? 'is' : 'are'} told.`
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
