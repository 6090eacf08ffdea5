import { changePerson, type PersonPatch } from '../../../db/directory/edit/person.ts'
import { type Audience, audiences, viewerOf } from '../../../db/directory/visibility/audience.ts'
import { type PersonCard, personCard } from '../../../db/directory/visibility/card.ts'
import { holdRow } from '../../../db/store/holdRow.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { isNothing, UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, type PersonRef, required } from '../../../src/core/option.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { readEmail } from '../../../src/directory/email.ts'
import { type Context, command, found } from '../../define.ts'
import { nameTyped } from '../../records/nameTyped.ts'
import { changedFrom } from '../../records/present.ts'
import { toChange } from '../../records/toChange.ts'
import { askForNominee } from '../seats/askForNominee.ts'
import { tellOfEdit } from '../told/personChanged.ts'
import { orNone, revertButton } from './answer.ts'
import { heldForFormer } from './heldForFormer.ts'
import { personOptions, phoneOption, placeOf, presentOf } from './personOptions.ts'
import { recorderOf } from './recorderOf.ts'
import { mayLookAfter, refuseOfHigher } from './rights.ts'
import { changedFields } from './shown.ts'

const yesOrNo = ['yes', 'no'] as const

export const editPersonCommand = command({
  group: 'edit',
  name: 'person',
  about: 'Change a person; what it was before stays on record',
  options: {
    person: required(option.person({ about: 'Which person, by name or address' })),
    name: option.text({ about: 'The new name', max: 120 }),
    email: option.text({ about: 'The new address', max: 254 }),
    entity: option.entity({ about: 'The entity they represent from now on' }),
    from: option.day({ about: 'The first day of a new entity, title, name or station; today by default' }),
    always: option.flag({ about: 'What stood there was a mistake: correct the past too' }),
    title: option.text({ about: 'Their title there; “none” removes it', max: 160 }),
    timezone: option.zone({ about: 'Their time zone' }),
    phone: phoneOption('A telephone number; “none” takes it away'),
    ...personOptions,
    'email-for': option.choice({ about: 'Who may see the address', choices: audiences }),
    'phone-for': option.choice({ about: 'Who may see the number', choices: audiences }),
    secretariat: option.choice({ about: 'Whether they belong to the secretariat', choices: yesOrNo }),
    coordinator: option.choice({ about: 'Whether they coordinate their entity', choices: yesOrNo }),
    source: option.text({ about: 'Its source, such as a nomination letter', max: 200 }),
  },
  access: coordinator,
  onlyFor:
    'coordinators of the entity, and the secretariat; it alone changes the address of whoever holds a role in a group that the coordinator has not, or is of the secretariat',
  changes: true,
  examples: ['/directory edit person focal.who@compact.example title:"Principal focal point"'],
  present: async (context, { person }) => presentOf(await cardOf(context, person)),
  edits: ({ db }, { person }) => ({
    ...{ subject: `person:${person.id}`, alsoBy: ['profile edit', 'directory revert'] },
    hold: () => holdRow(db, 'people', person.id),
  }),
  async run(context, { person, source, ...typed }) {
    const { db, caller, today } = context
    const card = await cardOf(context, person)
    if (isNothing({ source, ...typed })) throw toChange(card.name)
    const given = changedFrom(presentOf(card), typed)
    if (given.entity) mayLookAfter(caller, [given.entity.id])
    if (!caller.isSecretariat && (given.secretariat || given.coordinator)) {
      throw new UserError(
        'Only the secretariat says who is of the secretariat and who coordinates an entity. Nothing was changed.',
      )
    }
    if (given.email) await refuseOfHigher(context, person.id)
    const own = person.id === caller.personId
    if (!caller.isSecretariat && !own && (given['email-for'] || given['phone-for'])) {
      throw new UserError(
        'Who may see an address is for the person (/profile edit) or the secretariat to say. Nothing was changed.',
      )
    }
    const dated = datedBy(given, today)
    const saved = await changePerson(db, person.id, patchOf(given), recorderOf(context, source), dated)
    if (!saved) throw new UserError(`None of that differs from what is on record about ${card.name}.`)
    context.about(`person:${person.id}`)
    const name = saved.after.name ?? card.name
    const former =
      given.entity && card.entityId !== null && card.entityAcronym !== null && saved.after.entityId
        ? { id: card.entityId, acronym: card.entityAcronym }
        : undefined
    const asked =
      former &&
      (await askForNominee(context, {
        ...{ personId: person.id, name, entity: former, seats: saved.seats },
        ...{ on: saved.after.since ?? today, change: saved.change },
      }))
    const told = await tellOfEdit(context, { ...saved, name })
    const kept = former ? await heldForFormer(context, { id: person.id, name }) : undefined
    return message(
      rich`Changed ${card.name}.`,
      changedFields(saved.after, given.entity ? { entityId: given.entity.acronym } : {}),
      dated === undefined ? undefined : block.text(datedWords(dated, today)),
      retiredNote(card),
      ...told,
      asked,
      kept?.said,
      block.buttons(
        button('Show', 'directory person', { person: `P${person.id}` }),
        revertButton(saved.change),
        ...(kept?.buttons ?? []),
      ),
    )
  },
})

/** Says of somebody who was retired, as while a form was open, that they are; undefined for anybody else. */
function retiredNote({ name, retiredOn }: PersonCard): Block | undefined {
  return retiredOn === null
    ? undefined
    : block.text(rich`${name} is retired from ${formatDay(retiredOn)} on; that stays so.`)
}

/** Raises `UserError` for somebody whom the caller does not look after. */
async function cardOf({ db, caller, today }: Context, { id }: PersonRef): Promise<PersonCard> {
  const card = found(await personCard(db, id, today, viewerOf(caller, today)), 'such person')
  mayLookAfter(caller, [card.entityId])
  return card
}

/** Whether “from” is the first day for an entity: it is that of a title, a name or a station where one is given alone. */
function datesEntity({ entity, title, name, station, country }: Dated): boolean {
  return entity !== undefined || [title, name, station, country].every((one) => one === undefined)
}

type Dated = Pick<Given, 'entity' | 'title' | 'name' | 'station' | 'country'>

/** From when what is changed holds, where that is told. Raises `UserError` for a day ahead, or for two answers. */
function datedBy(given: Given, today: Day): Day | 'mistake' | undefined {
  const { from, always, entity } = given
  if (always && (from !== undefined || entity !== undefined)) {
    throw new UserError(
      entity === undefined
        ? 'Give “from” or “always”, not both. Nothing was changed.'
        : '“from” says since when somebody represents an entity; correct the rest without “entity”. Nothing was changed.',
      { option: 'always' },
    )
  }
  if (always) return 'mistake'
  if (from === undefined || (datesEntity(given) && entity === undefined)) return undefined
  if (from <= today) return entity === undefined ? from : undefined
  throw new UserError(
    `A change can be recorded once it holds; ${formatDay(from)} is still ahead. Set a reminder for it (/reminder add). Nothing was changed.`,
    { option: 'from' },
  )
}

function datedWords(dated: Day | 'mistake', today: Day): string {
  if (dated === 'mistake') {
    return 'Cards and lists of earlier days say so too; what was on record before is shown by “known:”.'
  }
  return dated === today
    ? 'Cards and lists of earlier days keep saying what stood there.'
    : `It holds since ${formatDay(dated)}; cards and lists of earlier days keep saying what stood there.`
}

interface Given {
  readonly name: string | undefined
  readonly email: string | undefined
  readonly entity: { readonly id: number } | undefined
  readonly title: string | undefined
  readonly timezone: string | undefined
  readonly phone: string | undefined
  readonly station: string | undefined
  readonly country: string | undefined
  readonly languages: string | undefined
  readonly from: Day | undefined
  readonly always: boolean | undefined
  readonly 'email-for': Audience | undefined
  readonly 'phone-for': Audience | undefined
  readonly secretariat: 'yes' | 'no' | undefined
  readonly coordinator: 'yes' | 'no' | undefined
}

function patchOf(given: Given): PersonPatch {
  const { name, email, entity, title, timezone, phone, secretariat, coordinator, ...rest } = given
  return {
    ...(name ? { name: nameTyped(name, 'A person') } : {}),
    ...(email ? { email: readEmail(email) } : {}),
    ...(entity ? { entityId: entity.id } : {}),
    ...(title ? { title: orNone(title) } : {}),
    ...(timezone ? { zone: timezone } : {}),
    ...(phone ? { phone: orNone(phone) } : {}),
    ...placeOf(rest),
    ...(rest.from && datesEntity({ entity, title, name, ...rest }) ? { since: rest.from } : {}),
    ...(rest['email-for'] ? { emailFor: rest['email-for'] } : {}),
    ...(rest['phone-for'] ? { phoneFor: rest['phone-for'] } : {}),
    ...(secretariat ? { isSecretariat: secretariat === 'yes' } : {}),
    ...(coordinator ? { isCoordinator: coordinator === 'yes' } : {}),
  }
}
