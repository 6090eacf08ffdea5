import { appointRole } from '../../../db/directory/roles.ts'
import { recordTerms } from '../../../db/directory/terms/groupTerms.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { list } from '../../../src/core/language/feature.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { addDays, formatDay } from '../../../src/core/time/day.ts'
import { command } from '../../define.ts'
import { nextStep } from '../../directory/upkeep/nextStep.ts'
import { undoTerms } from '../undo.ts'
import { endedTermsLine } from './endedTermsLine.ts'

const seats = ['member', 'observer'] as const

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
  examples: ['/wg join ETCIP entity:IOM', '/wg join ETCIP entity:"UNESCO and IPU" as:observer'],
  async run(context, { wg, entity, as = 'member', from = context.today }) {
    const { db, caller, now } = context
    const { result: ended, change } = await recordTerms(db, wg.id, { by: caller.personId, now }, async () => {
      const lines: string[] = []
      for (const { id, acronym } of entity) {
        const seat = { groupId: wg.id, role: as, entityId: id, from, createdBy: caller.personId }
        for (const term of (await appointRole(db, seat, now)).closed)
          lines.push(`The term of ${acronym} as ${term.role} ends on ${formatDay(addDays(from, -1))}.`)
      }
      return lines
    })
    context.about(`group:${wg.id}`)
    const acronyms = list(
      entity.map(({ acronym }) => acronym),
      'and',
    )
    return message(
      rich`${acronyms} ${seated(entity.length, as)} of ${wg.acronym} from ${formatDay(from)} on.`,
      ended.length > 0 ? block.list(ended) : undefined,
      block.buttons(
        button('Show the group', 'wg show', { wg: wg.acronym, on: from }),
        ...(change === undefined ? [] : [undoTerms(change)]),
      ),
      ...(await nextStep(context)),
    )
  },
})

function seated(count: number, as: (typeof seats)[number]): string {
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
    const { change, result } = await recordTerms(db, wg.id, recorder, () =>
      releaseRole(db, { groupId: wg.id, role: as, entityId: entity.id, until: on, today, recorder }),
    )
    context.about(`group:${wg.id}`)
    return message(
      rich`${entity.acronym} is no longer ${as} of ${wg.acronym} from ${formatDay(on)} on.`,
      endedTermsLine(result),
      block.buttons(
        ...(change === undefined ? [] : [undoTerms(change)]),
        button('Show the group', 'wg show', { wg: wg.acronym, on }),
        button('History', 'wg history', { wg: wg.acronym }),
      ),
    )
  },
})
