import { entityOfPerson } from '../../db/directory/people.ts'
import { furtherOffices } from '../../db/directory/terms/furtherOffices.ts'
import { recordTerms } from '../../db/directory/terms/groupTerms.ts'
import { releaseRole } from '../../db/directory/terms/release.ts'
import { appointInTurn, type Succession } from '../../db/directory/terms/succession.ts'
import { entityById } from '../../db/directory/visibility/entityById.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { type EntityRef, type GroupRef, option, type PersonRef, required } from '../../src/core/option.ts'
import { addDays, type Day, formatDay } from '../../src/core/time/day.ts'
import { type Context, command } from '../define.ts'
import { recorderOf } from '../directory/edit/recorderOf.ts'
import { formerChair } from '../directory/transfers/formerChair.ts'
import { handOverTo } from '../directory/transfers/termBegin.ts'
import { nextStep } from '../directory/upkeep/nextStep.ts'
import { refuseClosed } from '../meeting/plan/openGroups.ts'
import { asksFirst } from '../records/askWhereMany.ts'
import { endedTermsLine } from './edit/endedTermsLine.ts'
import { changeTerms } from './told/changeTerms.ts'
import { roleWords } from './told/changeWords.ts'
import { undoTerms } from './undo.ts'

const source = option.text({ about: 'Where this comes from: a nomination letter, a decision', max: 200 })

const roles = ['chair', 'co-chair', 'vice-chair', 'member', 'observer'] as const

export const appoint = command({
  name: 'appoint',
  about: 'Give a role in a working group; a new chair ends the old term, whose holder stays a member',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    role: required(option.choice({ about: 'Which role', choices: roles })),
    entity: required(option.entity({ about: 'The entity that takes it' })),
    person: option.person({ about: 'The person who holds it for the entity, where known' }),
    from: option.day({ about: 'The first day; today by default' }),
    to: option.lastDay({ about: 'The last day; open by default' }),
    source,
  },
  access: secretariat,
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/wg appoint ETCIP role:chair entity:CTED from:2027-01-01'],
  async run(context, { wg, role, entity, person, from, to, source: ground }) {
    const { db, today, caller, now } = context
    const first = from ?? today
    await refuseClosed(context, [wg], first)
    const recorder = recorderOf(context, ground)
    const made = await changeTerms(context, wg, () =>
      recordTerms(db, wg.id, recorder, () =>
        appointInTurn(
          db,
          {
            groupId: wg.id,
            role,
            entityId: entity.id,
            ...(person ? { personId: person.id } : {}),
            from: first,
            ...(to ? { to } : {}),
            createdBy: caller.personId,
            ...(ground ? { source: ground } : {}),
          },
          now,
        ),
      ),
    )
    if (asksFirst(made)) return made
    const { result, change, told } = made
    context.about(`group:${wg.id}`)
    const former =
      role === 'chair'
        ? await formerChair(db, { groupId: wg.id, from: first, to: person?.id }, now)
        : undefined
    const holder = person ? `${entity.acronym} (${person.name})` : entity.acronym
    const until = result.until ? ` to ${formatDay(addDays(result.until, -1))}` : ''
    const offices = isOffice(role)
      ? await furtherOffices(db, {
          groupId: wg.id,
          entityId: entity.id,
          role,
          from: first,
          until: result.until,
        })
      : []
    const effects = effectsOf(result, { wg: wg.acronym, role, from: first })
    effects.push(...(await ofAnother(context, entity, person)))
    effects.push(...offices.map((other) => alsoWords(wg, entity, other)))
    if (former)
      effects.push(
        `${former.name} keeps what is in hand for the group until it is handed over: ${former.inHand}.`,
      )
    return message(
      rich`${holder} is ${role} of ${wg.acronym} from ${formatDay(first)}${until}.`,
      effects.length > 0 ? block.list(effects) : undefined,
      told,
      block.buttons(
        ...(change === undefined ? [] : [undoTerms(change)]),
        ...(former === undefined
          ? []
          : [handOverTo(wg.acronym, person?.id ?? null, first > today ? first : undefined)]),
        button('Show the group', 'wg show', { wg: wg.acronym, on: first }),
      ),
      ...(await nextStep(context)),
    )
  },
})

function isOffice(role: (typeof roles)[number]): boolean {
  return role !== 'member' && role !== 'observer'
}

/** One entity that leads a group twice over may be a slip; it is said, and left to whoever appoints. */
function alsoWords(wg: GroupRef, entity: EntityRef, role: string): string {
  return `${entity.acronym} is ${role} of ${wg.acronym} on some of these days too; /wg release ${wg.acronym} role:${role} entity:${entity.acronym} ends that.`
}

/** What an appointment does to the terms of others. */
function effectsOf(
  { closed, kept, until, next }: Succession,
  { wg, role, from: first }: { readonly wg: string; readonly role: string; readonly from: Day },
): string[] {
  return [
    ...closed.map((term) =>
      term.from === null
        ? `${term.entity}’s term as ${term.role} ends on ${formatDay(addDays(first, -1))}.`
        : `${term.entity}’s term as ${term.role} begins on ${formatDay(term.from)}; its first day was not on record.`,
    ),
    ...(role !== 'chair' || until === null || closed.some(({ from }) => from === until)
      ? []
      : [`${next ?? 'Nobody'} is on record as chair from ${formatDay(until)}.`]),
    ...kept.map(
      ({ acronym, from }) =>
        `${acronym} stays a member from ${formatDay(from)} on; /wg release ${wg} role:member entity:${acronym} ends that.`,
    ),
  ]
}

export const release = command({
  name: 'release',
  about: 'End a role in a working group; the record of it stays',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    role: required(option.choice({ about: 'Which role', choices: roles })),
    entity: required(option.entity({ about: 'The entity that holds it', seatIn: 'wg' })),
    person: option.person({ about: 'Only the term that this person holds by name' }),
    on: option.day({ about: 'The first day without it; today by default' }),
    source,
  },
  access: secretariat,
  audience: 'room',
  changes: true,
  confirm: 'Release {entity} as {role} of {wg}?',
  examples: ['/wg release ETCIP role:observer entity:IPU'],
  async run(context, { wg, role, entity, person, on, source: ground }) {
    const { db, today } = context
    const until = on ?? today
    const recorder = recorderOf(context, ground)
    const made = await changeTerms(context, wg, () =>
      recordTerms(db, wg.id, recorder, () =>
        releaseRole(db, {
          ...{ groupId: wg.id, role, entityId: entity.id, until, today, recorder },
          ...(person ? { personId: person.id } : {}),
        }),
      ),
    )
    if (asksFirst(made)) return made
    const { change, result, told } = made
    context.about(`group:${wg.id}`)
    return message(
      rich`${person ? `${person.name} (${entity.acronym})` : entity.acronym} is no longer ${roleWords(role)} of ${wg.acronym} from ${formatDay(until)} on.`,
      person ? undefined : endedTermsLine(result),
      told,
      block.buttons(
        ...(change === undefined ? [] : [undoTerms(change)]),
        button('History', 'wg history', { wg: wg.acronym }),
      ),
    )
  },
})

/** Says that the person named for an entity stands for another one, or for none. */
async function ofAnother(
  { db }: Context,
  entity: EntityRef,
  person: PersonRef | undefined,
): Promise<readonly string[]> {
  if (!person) return []
  const own = await entityOfPerson(db, person.id)
  if (own === entity.id) return []
  const other = own === null ? undefined : await entityById(db, own)
  return [
    `${person.name} stands for ${other?.acronym ?? 'no entity'} in the directory, and not for ${entity.acronym}.`,
  ]
}
