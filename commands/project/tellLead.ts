import { allKnownEntities } from '../../db/directory/entities.ts'
import { coordinatorsOf } from '../../db/directory/people.ts'
import type { Project } from '../../db/projects/projects.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { list } from '../../src/core/text/list.ts'
import type { Context } from '../define.ts'
import { byWhom } from '../records/byWhom.ts'
import { projectFacts } from './shown.ts'

/**
 * Tells the coordinators of the lead, of the lead before, and of partners that it comes to name or drops, what somebody
 * else did with a project; says to the caller who is told.
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
  const isAdded = before === undefined || (before.removed && !after.removed)
  const leads = [...new Set([before?.leadId ?? after.leadId, after.leadId])]
  const partners = partnersConcerned(isAdded ? undefined : before, after)
  const entities = [...leads, ...partners].filter(
    (id, at, all) => id !== caller.entityId && all.indexOf(id) === at,
  )
  const found = await Promise.all(entities.map((id) => coordinatorsOf(db, id)))
  const people = [...new Set(found.flat())].filter((id) => id !== caller.personId)
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
  const acronyms = new Map((await allKnownEntities(db)).map(({ id, acronym }) => [id, acronym]))
  const told = entities.flatMap((id, at) => ((found[at]?.length ?? 0) > 0 ? (acronyms.get(id) ?? []) : []))
  return `${counted(people.length, 'coordinator')} of ${list(told, 'and')} ${people.length === 1 ? 'is' : 'are'} told.`
}

/** The partners that a project comes to name or drops; all of one that is new or taken out. */
function partnersConcerned(before: Project | undefined, after: Project): readonly number[] {
  if (before === undefined || after.removed) return after.partners
  return [
    ...after.partners.filter((id) => !before.partners.includes(id)),
    ...before.partners.filter((id) => !after.partners.includes(id)),
  ]
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
