import { groupCard } from '../../../db/directory/groups.ts'
import { appointRole } from '../../../db/directory/roles.ts'
import { recordTerms } from '../../../db/directory/terms/groupTerms.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { type EntityRef, type GroupRef, option, required } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import { type Context, command } from '../../define.ts'
import { nextStep } from '../../directory/upkeep/nextStep.ts'
import { refuseClosed } from '../../meeting/plan/openGroups.ts'
import { asksFirst } from '../../records/askWhereMany.ts'
import { changeTerms } from '../told/changeTerms.ts'
import { roleWords } from '../told/changeWords.ts'
import { undoTerms } from '../undo.ts'
import { endedTermsLine } from './endedTermsLine.ts'

const seats = ['member', 'observer'] as const

type Seat = (typeof seats)[number]

export const join = command({
  name: 'join',
  about: 'Admit an entity to a working group as a member or observer',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    entity: required(option.entities({ about: 'The entity that joins, or several' })),
    as: option.choice({ about: 'Member by default', choices: seats }),
    from: option.day({ about: 'The first day; today by default' }),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/wg join ETCIP entity:IOM', '/wg join ETCIP entity:"UNESCO and IPU" as:observer'],
  async run(context, { wg, entity, as = 'member', from = context.today }) {
    const { db, caller, now } = context
    await refuseClosed(context, [wg], from)
    const { joining, there, leading } = await partSeated(context, wg, { entity, as, from })
    const made = await changeTerms(context, wg, () =>
      recordTerms(db, wg.id, { by: caller.personId, now }, async () => {
        const lines: string[] = []
        for (const { id, acronym } of joining) {
          const seat = { groupId: wg.id, role: as, entityId: id, from, createdBy: caller.personId }
          for (const term of (await appointRole(db, seat, now)).closed)
            lines.push(`The term of ${acronym} as ${term.role} ends on ${formatDay(addDays(from, -1))}.`)
        }
        return lines
      }),
    )
    if (asksFirst(made)) return made
    const { result: ended, change, told } = made
    context.about(`group:${wg.id}`)
    return message(
      rich`${acronymsOf(joining)} ${seated(joining.length, as)} of ${wg.acronym} from ${formatDay(from)} on.`,
      there.length === 0
        ? undefined
        : block.text(`${acronymsOf(there)} ${seated(there.length, as)} of it already.`),
      ended.length > 0 ? block.list(ended) : undefined,
      leading.length > 0 ? block.list(leading) : undefined,
      told,
      block.buttons(
        button('Show the group', 'wg show', { wg: wg.acronym, on: from }),
        ...(change === undefined ? [] : [undoTerms(change)]),
      ),
      ...(await nextStep(context)),
    )
  },
})

/**
 * Those who join, those who have that seat on the day already, and what is said of who leads the group and is to observe
 * it. Raises `UserError` where nobody is left to join.
 */
async function partSeated(
  { db }: Context,
  wg: GroupRef,
  { entity, as, from }: { readonly entity: readonly EntityRef[]; readonly as: Seat; readonly from: Day },
) {
  const roles = (await groupCard(db, wg.id, from))?.roles ?? []
  const seatedThere = new Set(roles.filter(({ role }) => role === as).map(({ entity: acronym }) => acronym))
  const there = entity.filter(({ acronym }) => seatedThere.has(acronym))
  const joining = entity.filter(({ acronym }) => !seatedThere.has(acronym))
  if (joining.length === 0) {
    throw new UserError(
      `${acronymsOf(there)} ${seated(there.length, as)} of ${wg.acronym} already on ${formatDay(from)}. Nothing was changed.`,
    )
  }
  const joins = new Set(joining.map(({ acronym }) => acronym))
  const leading = roles.flatMap(({ role, entity: acronym }) =>
    as === 'observer' && acronym !== null && joins.has(acronym) && leads(role)
      ? [`${acronym} stays ${roleWords(role)}, which an observer is not; /wg release ends that.`]
      : [],
  )
  return { joining, there, leading: [...new Set(leading)] }
}

function leads(role: Role): boolean {
  return role !== 'member' && role !== 'observer'
}

function acronymsOf(entities: readonly EntityRef[]): string {
  return list(
    entities.map(({ acronym }) => acronym),
    'and',
  )
}

function seated(count: number, as: Seat): string {
  if (count > 1) return `are ${as}s`
  return as === 'member' ? 'is a member' : 'is an observer'
}

export const leave = command({
  name: 'leave',
  about: 'End an entity’s seat in a working group; the record of it stays',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    entity: required(option.entity({ about: 'The entity that leaves' })),
    as: option.choice({ about: 'Which seat; member by default', choices: seats }),
    on: option.day({ about: 'The first day without it; today by default' }),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  confirm: 'End the seat of {entity} in {wg}?',
  examples: ['/wg leave ETCIP entity:IPU as:observer'],
  async run(context, { wg, entity, as = 'member', on = context.today }) {
    const { db, caller, now, today } = context
    const recorder = { by: caller.personId, now }
    const made = await changeTerms(context, wg, () =>
      recordTerms(db, wg.id, recorder, () =>
        releaseRole(db, { groupId: wg.id, role: as, entityId: entity.id, until: on, today, recorder }),
      ),
    )
    if (asksFirst(made)) return made
    const { change, result, told } = made
    context.about(`group:${wg.id}`)
    return message(
      rich`${entity.acronym} is no longer ${roleWords(as)} of ${wg.acronym} from ${formatDay(on)} on.`,
      endedTermsLine(result),
      told,
      block.buttons(
        ...(change === undefined ? [] : [undoTerms(change)]),
        button('Show the group', 'wg show', { wg: wg.acronym, on }),
        button('History', 'wg history', { wg: wg.acronym }),
      ),
    )
  },
})
