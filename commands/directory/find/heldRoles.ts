import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { type Holder, holdersOf } from '../../../db/directory/find/holders.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { block, bold, button, type Message, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
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
  const on = day ?? today
  if (asked.of === '') {
    const holders = await holdersOf(db, { role: asked.role, on, limit: most })
    return holders.length === 0 ? undefined : answer(asked, 'the working groups', holders, day)
  }
  const group = await findGroup(db, asked.of)
  if (group.kind === 'one') {
    const { id, acronym } = group.value
    const holders = await holdersOf(db, { role: asked.role, groupId: id, on, limit: most })
    return answer(asked, acronym, holders, day)
  }
  const [entity] = await findEntities(db, [asked.of], context.now)
  if (entity?.kind !== 'one') return undefined
  const { id, acronym } = entity.value
  const when = day ? ` on ${formatDay(day)}` : ''
  const holders = await holdersOf(db, { role: asked.role, entityId: id, on, limit: most })
  if (holders.length > 0) {
    return message(
      rich`${acronym} ${day ? 'was' : 'is'} ${titled(asked.role)} of ${counted(holders.length, 'working group')}${when}:`,
      block.list(holders.map(heldLine)),
      block.buttons(...groupsOf(holders), button(acronym, 'directory entity', { entity: acronym })),
    )
  }
  return message(
    rich`${acronym} ${day ? 'was' : 'is'} ${titled(asked.role)} of no working group${when || ' today'}.`,
    block.buttons(button(acronym, 'directory entity', { entity: acronym })),
  )
}

function answer({ role }: AskedRole, of: string, holders: readonly Holder[], day: Day | undefined): Message {
  const when = day ? ` on ${formatDay(day)}` : ''
  if (holders.length === 0) {
    return message(
      rich`${of} ${day ? 'had' : 'has'} no ${role} by name${when || ' today'}.`,
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

function holderLine({ role, group, entity, name, from }: Holder): Rich {
  const since = from === null ? '' : ` since ${formatDay(from)}`
  return rich`${bold(name ?? entity)}${name === null ? '' : ` (${entity})`}, ${role} of ${group}${since}`
}

function heldLine({ group, groupName, name, from }: Holder): Rich {
  const since = from === null ? '' : `, since ${formatDay(from)}`
  return rich`${bold(group)}: ${groupName}${name === null ? '' : ` (${name})`}${since}`
}

function cardOf({ entity, name, email }: Holder) {
  return name !== null && email !== null
    ? button(name, 'directory person', { person: email })
    : button(entity, 'directory entity', { entity })
}

function groupsOf(holders: readonly Holder[]) {
  const groups = [...new Set(holders.map(({ group }) => group))]
  return groups.slice(0, 2).map((wg) => button(`Show ${wg}`, 'wg show', { wg }))
}
