import { believedName } from '../../db/directory/names/believedName.ts'
import { type PersonThen, peopleThen } from '../../db/directory/names/peopleThen.ts'
import { type BelievedTerm, believedTerms } from '../../db/directory/terms/believed.ts'
import { viewerOf } from '../../db/directory/visibility/audience.ts'
import { type EntityCard, entityCard, entityCardByAcronym } from '../../db/directory/visibility/entityCard.ts'
import type { Db } from '../../db/store/db.ts'
import { anyone } from '../../src/core/catalog.ts'
import type { Caller } from '../../src/core/feature/caller.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  person,
  type Rich,
  rich,
  titled,
} from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { freshnessWords } from '../../src/directory/freshness.ts'
import { kindWords } from '../../src/directory/kinds.ts'
import { type Context, command, found } from '../define.ts'
import { leadsOn } from './cardButtons.ts'
import { endOf, recordDays, span, termWords } from './record/terms.ts'

export const entity = command({
  name: 'entity',
  about: 'An entity’s card: names, groups and roles, focal points',
  options: {
    entity: required(option.entity({ about: 'Acronym, alias or name', past: true })),
    ...recordDays,
  },
  access: anyone,
  examples: ['/directory entity UNODC', '/directory entity OPCW on:2022-08-15'],
  async run(context, { entity: ref, on, known }) {
    const { db, today, caller, zone } = context
    const day = on ?? known ?? today
    const bearer = { kind: 'entity', id: ref.id } as const
    const standing = found(await entityCard(db, ref.id, day, viewerOf(caller, today)), 'such entity')
    const believed = endOf(known, zone)
    const card = believed
      ? { ...standing, ...(await believedName(db, bearer, { on: day, known: believed, now: ref })) }
      : await withPeopleOf(db, standing, on)
    const terms =
      on === undefined && believed === undefined
        ? []
        : await believedTerms(db, {
            subject: 'entity',
            id: ref.id,
            on: day,
            ...(believed ? { known: believed } : {}),
          })
    return cardOf(context, card, { day, known, terms })
  },
  async byKey(context, { entity: typed = '', on, known }) {
    if (!/^[A-Z]{2,20}$/.test(typed) || on !== undefined || known !== undefined) return
    const { db, caller, today } = context
    const card = await entityCardByAcronym(db, typed, today, viewerOf(caller, today))
    return card && cardOf(context, card, { day: today, known, terms: [] })
  },
})

/** The card of a day; of what the record is known to have said then, no more than that. */
function cardOf(
  context: Context,
  card: EntityCard,
  {
    day,
    known,
    terms,
  }: { readonly day: Day; readonly known?: Day | undefined; readonly terms: readonly BelievedTerm[] },
): Message {
  const { now, caller, today } = context
  const isBelieved = known !== undefined
  context.about(`entity:${card.id}`)
  const shown = isBelieved ? [] : card.focalPoints
  context.disclosed(
    shown.flatMap(({ id, email }) => (email === null ? [] : [{ personId: id, fields: ['email'] as const }])),
  )
  const left = card.retired !== null && card.retired <= today
  return titled(
    card.name === card.acronym ? card.acronym : `${card.acronym}: ${card.name}`,
    message(
      rich`${card.acronym}: ${card.name === card.acronym ? kindWords(card.kind, card.type) : card.name}`,
      block.fields([
        ...fieldsOf(card, isBelieved ? [] : card.former),
        ...(isBelieved ? [] : [groupsOn(day, card)]),
      ]),
      ...(isBelieved ? [] : focalPoints(card, now)),
      ...termBlocks(terms, known),
      block.buttons(
        ...shown.slice(0, 3).map((one) => button(one.name, 'directory person', { person: one.handle })),
        ...leadsOn(
          caller,
          { id: card.id, acronym: card.acronym },
          card.roles.map(({ groupAcronym }) => groupAcronym),
        ),
        ...(left ? [] : [mend(caller, card.acronym)]),
      ),
    ),
  )
}

/** What an entity is and is called; its groups depend on the day. */
function fieldsOf(card: EntityCard, former: EntityCard['former']): [string, Rich | string][] {
  const fields: [string, Rich | string][] = [['Kind', kindWords(card.kind, card.type)]]
  if (card.joined) fields.push(['Joined', joinedWords(card.joined)])
  if (card.retired) fields.push(['Retired', `from ${formatDay(card.retired)} on`])
  const others = card.aliases.filter((alias) => !former.some(({ acronym }) => acronym === alias))
  if (others.length > 0) fields.push(['Also called', others.join('; ')])
  const formerly = former.filter(({ acronym }) => acronym !== card.acronym)
  if (formerly.length > 0) fields.push(['Formerly', formerly.map(formerWords).join('; ')])
  if (card.parts.length > 0)
    fields.push(['Parts', card.parts.map((part) => `${part.acronym} (${part.name})`).join('; ')])
  return fields
}

function groupsOn(day: Day, { roles, retired }: EntityCard): [string, string] {
  const groups = new Set(roles.map(({ groupAcronym, role }) => `${groupAcronym} (${role})`))
  const byNone = retired && retired <= day ? 'none' : 'none by name; the groups open to all include it'
  return [`Groups on ${formatDay(day)}`, [...groups].join(', ') || byNone]
}

/** The terms of a day; `known` is the day on which the record had them so. */
function termBlocks(terms: readonly BelievedTerm[], known: Day | undefined): readonly Block[] {
  if (terms.length === 0) return []
  return [
    block.heading(known ? `As the record had it on ${formatDay(known)}` : 'Since when, and from where'),
    block.list(terms.slice(0, mostTerms).map(termWords)),
  ]
}

/** The secretariat changes the record, anybody else says what is wrong with it. */
function mend({ isSecretariat }: Caller, acronym: string): Button {
  return isSecretariat
    ? { ...button('Edit', 'directory edit entity', { entity: acronym }), ask: true }
    : { ...button('This looks wrong', 'directory wrong', { record: acronym }), ask: true }
}

/** Focal points of a day in the past bear the name and title of then. */
async function withPeopleOf(db: Db, card: EntityCard, on: Day | undefined): Promise<EntityCard> {
  if (on === undefined) return card
  const ids = card.focalPoints.map(({ id }) => id)
  const then = await peopleThen(db, ids, { on })
  return {
    ...card,
    focalPoints: card.focalPoints.map((one) => ({ ...one, ...pick(then.get(one.id)) })),
  }
}

function pick(then: PersonThen | undefined): Partial<Pick<PersonThen, 'name' | 'title'>> {
  return then === undefined ? {} : { name: then.name, title: then.title }
}

/** `OSN (Northern Health Office), until 25 Nov 2026`. */
function formerWords({ acronym, name, from, until }: EntityCard['former'][number]): string {
  const called = name === acronym ? acronym : `${acronym} (${name})`
  return `${called}, ${span(from, until)}`
}

/** What one answer holds. */
const mostTerms = 30

function focalPoints({ focalPoints: people }: EntityCard, now: Date): readonly Block[] {
  return [
    block.heading('Focal points'),
    people.length > 0
      ? block.list(
          people.map((one) => {
            const name = one.email === null ? rich`${one.name}` : rich`${person(one.name, one.email)}`
            const confirmedAt = one.confirmedAt === null ? null : new Date(one.confirmedAt)
            return rich`${name}${one.title ? `, ${one.title}` : ''} (${freshnessWords({ confirmedAt, confirmedAs: null }, now)})`
          }),
        )
      : block.text('None on file.'),
  ]
}

/** The first of a month stands for the month where the day is unknown. */
function joinedWords(day: Day): string {
  return day.endsWith('-01') ? formatDay(day).slice(2) : formatDay(day)
}
