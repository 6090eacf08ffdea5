import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { holdersOf, type RoleHolder } from '../../../db/directory/find/holders.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { block, bold, button, type Message, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import { type AskedRole, readAskedRole } from '../../../src/directory/find/askedRole.ts'
import type { Context } from '../../define.ts'

const most = 25

/**
 * The holders of the role that a query names; undefined where it names no role, or a role without its group or entity.
 */
export async function answerRole(context: Context, query: string, day?: Day): Promise<Message | undefined> {
  const asked = readAskedRole(query)
  if (!asked) return undefined
  const { db, today } = context
  const { year } = asked
  // A year that is named in the words, unless a day is given beside them.
  const inYear =
    day === undefined && year !== undefined ? { on: `${year}-01-01`, to: `${year}-12-31` } : undefined
  const on = inYear ?? { on: day ?? today }
  const when = inYear ? ` in ${year}` : day ? ` on ${formatDay(day)}` : ''
  if (asked.of === '') {
    const holders = await holdersOf(db, { role: asked.role, ...on, limit: most })
    return holders.length === 0 ? undefined : answer(asked, 'the working groups', holders, { when, day })
  }
  const group = await findGroup(db, asked.of)
  if (group.kind === 'one') {
    const { id, acronym } = group.value
    const holders = await holdersOf(db, { role: asked.role, groupId: id, ...on, limit: most })
    // A group without a chair is led by its co-chairs.
    const beside =
      holders.length === 0 && asked.role === 'chair'
        ? await holdersOf(db, { role: 'co-chair', groupId: id, ...on, limit: most })
        : []
    if (beside.length > 0) return answer({ ...asked, role: 'co-chair' }, acronym, beside, { when, day })
    return answer(asked, acronym, holders, { when, day })
  }
  const [entity] = await findEntities(db, [asked.of], context.now)
  if (entity?.kind !== 'one') return undefined
  const { id, acronym } = entity.value
  const holders = await holdersOf(db, { role: asked.role, entityId: id, ...on, limit: most })
  if (holders.length > 0) {
    return message(
      rich`${acronym} ${when === '' ? 'is' : 'was'} ${titled(asked.role)} of ${counted(holders.length, 'working group')}${when}:`,
      block.list(holders.map(heldLine)),
      block.buttons(...groupsOf(holders), button(acronym, 'directory entity', { entity: acronym })),
    )
  }
  return message(
    rich`${acronym} ${when === '' ? 'is' : 'was'} ${titled(asked.role)} of no working group${when || ' today'}.`,
    block.buttons(button(acronym, 'directory entity', { entity: acronym })),
  )
}

const namedWith = [
  /^(?:the )?(?:focal points?|contacts?|people|persons?)(?: (?:of|for|in|from|at))? (\S.{0,80})$/i,
  /^(\S.{0,80}?)(?:['’]s)? (?:focal points?|contacts|people)$/i,
]

/** `focal points ETCIP`, `people of ETCIP`: the members of a working group; undefined for any other query. */
export async function membersOf(context: Context, query: string, day?: Day): Promise<Message | undefined> {
  const name = namedWith.map((pattern) => pattern.exec(query.trim())?.[1]).find((one) => one !== undefined)
  const group = name === undefined ? undefined : await findGroup(context.db, name)
  return group?.kind === 'one' ? answerRole(context, `members ${group.value.acronym}`, day) : undefined
}

function answer(
  { role }: AskedRole,
  of: string,
  holders: readonly RoleHolder[],
  { when, day }: { readonly when: string; readonly day: Day | undefined },
): Message {
  if (holders.length === 0) {
    return message(
      rich`${of} ${when === '' ? 'has' : 'had'} no ${role} by name${when || ' today'}.`,
      block.buttons(button(`Show ${of}`, 'wg show', { wg: of, ...(day ? { on: day } : {}) })),
    )
  }
  const many = holders.length === most ? `The first ${most} ` : `${holders.length} `
  return message(
    rich`${holders.length === 1 ? `The ${role}` : `${many}${role}s`} of ${of}${when}:`,
    block.list(holders.map(holderLine)),
    block.buttons(...holders.slice(0, 3).map(cardOf), ...groupsOf(holders)),
  )
}

/** Of a chair there is one; members and observers are many. */
function titled(role: Role): string {
  return role === 'member' ? 'a member' : role === 'observer' ? 'an observer' : role
}

function holderLine({ role, group, entity, name, from, until }: RoleHolder): Rich {
  return rich`${bold(name ?? entity)}${name === null ? '' : ` (${entity})`}, ${role} of ${group}${span(from, until)}`
}

function heldLine({ group, groupName, name, from, until }: RoleHolder): Rich {
  const since = span(from, until)
  return rich`${bold(group)}: ${groupName}${name === null ? '' : ` (${name})`}${since === '' ? '' : `,${since}`}`
}

/** ` since 1 Mar 2023`, ` from 1 Jan 2022 to 28 Feb 2023`; what is not known is not said. */
function span(from: Day | null, until: Day | null): string {
  const last = until === null ? '' : formatDay(addDays(until, -1))
  if (from === null) return last === '' ? '' : ` until ${last}`
  return last === '' ? ` since ${formatDay(from)}` : ` from ${formatDay(from)} to ${last}`
}

function cardOf({ entity, name, email }: RoleHolder) {
  return name !== null && email !== null
    ? button(name, 'directory person', { person: email })
    : button(entity, 'directory entity', { entity })
}

function groupsOf(holders: readonly RoleHolder[]) {
  const groups = [...new Set(holders.map(({ group }) => group))]
  return groups.slice(0, 2).map((wg) => button(`Show ${wg}`, 'wg show', { wg }))
}
