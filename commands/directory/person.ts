import { type PersonThen, peopleThen } from '../../db/directory/names/peopleThen.ts'
import { type BelievedTerm, believedTerms } from '../../db/directory/terms/believed.ts'
import { viewerOf } from '../../db/directory/visibility/audience.ts'
import { type PersonCard, personCard, personCardByAddress } from '../../db/directory/visibility/card.ts'
import { anyone } from '../../src/core/catalog.ts'
import {
  type Block,
  type Button,
  block,
  button,
  clockTime,
  type Message,
  message,
  person as personSpan,
  type Rich,
  rich,
  titled,
} from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { capital } from '../../src/core/text/text.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { freshnessWords } from '../../src/directory/freshness.ts'
import { type Context, command, found } from '../define.ts'
import { leadsOn } from './cardButtons.ts'
import { looksAfter } from './edit/rights.ts'
import { audienceWords } from './record/audienceWords.ts'
import { endOf, recordDays, termWords } from './record/terms.ts'

export const person = command({
  name: 'person',
  about: 'A person’s card: entity, roles, local time, how to reach them',
  options: {
    person: required(option.person({ about: 'Name, e-mail address or number on record, such as P12' })),
    ...recordDays,
  },
  access: anyone,
  examples: [
    '/directory person focal.who@compact.example',
    '/directory person "OPCW focal point" on:2024-03-01',
  ],
  async run(context, { person: ref, on, known }) {
    const { db, caller, today } = context
    const card = found(await personCard(db, ref.id, on ?? today, viewerOf(caller, today)), 'such person')
    if (on === undefined && known === undefined) return cardOf(context, card)
    const believed = endOf(known, context.zone)
    const terms = await believedTerms(db, {
      subject: 'person',
      id: ref.id,
      on: on ?? known ?? today,
      ...(believed ? { known: believed } : {}),
    })
    const day = formatDay(on ?? known ?? today)
    const then = await peopleThen(db, [ref.id], { on: on ?? known ?? today, known: believed })
    return cardOf(context, ofThen(card, then.get(ref.id), terms), [
      block.heading(known ? `On ${day}, as the record had it on ${formatDay(known)}` : `On ${day}`),
      terms.length > 0 ? block.list(terms.map(termWords)) : block.text('Nothing is on record for that day.'),
    ])
  },
  async byKey(context, { person: typed = '', on, known }) {
    if (!typed.includes('@') || on !== undefined || known !== undefined) return
    const { db, caller, today } = context
    const card = await personCardByAddress(db, typed, today, viewerOf(caller, today))
    return card && cardOf(context, card)
  },
})

/** The card of a day in the past: what stood there then, and the entity that they stood for. */
function ofThen(card: PersonCard, then: PersonThen | undefined, terms: readonly BelievedTerm[]): PersonCard {
  const posts = terms.filter(({ kind }) => kind === 'post')
  const post = posts.find(({ entity }) => entity === card.entityAcronym) ?? posts[0]
  return {
    ...card,
    ...then,
    entityAcronym: post?.entity ?? null,
    entityName: post !== undefined && post.entity === card.entityAcronym ? card.entityName : null,
    since: post?.from ?? null,
    otherEntities: posts.filter((one) => one !== post).map(({ entity }) => entity),
  }
}

/** With `then`, the roles on record for another day replace today's. */
function cardOf(context: Context, card: PersonCard, then?: readonly Block[]): Message {
  const { now } = context
  context.about(`person:${card.id}`)
  context.disclosed([
    {
      personId: card.id,
      fields: [
        ...(card.email === null ? [] : (['email'] as const)),
        ...(card.phone === null ? [] : (['phone'] as const)),
      ],
    },
  ])
  const fields: [string, Rich | string][] = []
  if (card.title) fields.push(['Title', card.title])
  if (card.entityAcronym) {
    const since = card.since === null ? '' : `, since ${formatDay(card.since)}`
    const named = card.entityName === null ? '' : ` (${card.entityName})`
    fields.push(['Entity', `${card.entityAcronym}${named}${since}`])
  }
  if (card.otherEntities.length > 0) fields.push(['Also for', card.otherEntities.join(', ')])
  fields.push(...reachable(card))
  const place = [card.station, card.country].filter((one) => one !== null).join(', ')
  if (place !== '') fields.push(['Duty station', place])
  if (card.languages.length > 0) fields.push(['Speaks', card.languages.join(', ')])
  fields.push(['Local time', rich`${clockTime(now, card.zone)}`])
  if (card.platforms.length > 0) fields.push(['Reached on', card.platforms.map(capital).join(', ')])
  if (!then && (card.retiredOn === null || card.retiredOn > context.today)) {
    fields.push([
      'Roles',
      // Several may stand for one entity in one group.
      [...new Set(card.roles.map((role) => `${role.role} of ${role.groupAcronym}`))].join(', ') ||
        'none by name',
    ])
    if (card.seats.length > 0) {
      fields.push([
        'Seats',
        card.seats.map(({ seat, groupAcronym }) => `${seat} in ${groupAcronym}`).join(', '),
      ])
    }
  }
  fields.push(['Record', freshnessWords(card, now)])
  const title = `${card.name}${card.entityAcronym ? ` (${card.entityAcronym})` : ''}${card.retiredOn === null ? '' : `, retired from ${formatDay(card.retiredOn)} on`}`
  return titled(
    title,
    message(title, block.fields(fields), ...(then ?? []), block.buttons(...buttonsOf(context, card))),
  )
}

function reachable(card: PersonCard): readonly [string, Rich | string][] {
  const emails: [string, Rich | string][] = []
  if (card.email !== null) emails.push(['E-mail', rich`${personSpan('', card.email)}`])
  if (card.emailHidden) emails.push(['E-mail', `shown to ${audienceWords[card.emailFor]}`])
  if (card.otherEmails.length > 0) emails.push(['Other e-mail', card.otherEmails.join(', ')])
  if (card.phone !== null) emails.push(['Phone', card.phone])
  if (card.phoneHidden) emails.push(['Phone', `shown to ${audienceWords[card.phoneFor]}`])
  return emails
}

function buttonsOf({ caller }: Context, card: PersonCard): readonly Button[] {
  const named = { person: card.handle }
  const own = card.id === caller.personId
  const mends = looksAfter(caller, [card.entityId])
  return [
    ...(card.retiredOn === null && (own || mends)
      ? [button('Still right', 'directory attest', { who: card.handle })]
      : []),
    ...(mends ? [{ ...button('Edit', 'directory edit person', named), ask: true }] : []),
    ...(mends && card.seats.length > 0
      ? [{ ...button('End a seat', 'directory retire seat', { ...named, ...onlySeat(card) }), ask: true }]
      : []),
    ...(own
      ? [
          { ...button('Change', 'profile edit'), ask: true },
          button('My meetings', 'meeting list', { mine: 'mine' }),
        ]
      : []),
    ...leadsOn(
      caller,
      { id: card.entityId, acronym: card.entityAcronym },
      card.roles.map(({ groupAcronym }) => groupAcronym),
    ),
    ...(card.entityAcronym
      ? [button(`Who else at ${card.entityAcronym}`, 'directory entity', { entity: card.entityAcronym })]
      : []),
    ...(own || mends
      ? []
      : [{ ...button('This looks wrong', 'directory wrong', { record: card.handle }), ask: true }]),
  ]
}

/** The seat that is meant where there is one. */
function onlySeat({ seats: [only, ...others] }: PersonCard): Readonly<Record<string, string>> {
  return only === undefined || others.length > 0 ? {} : { wg: only.groupAcronym, as: only.seat }
}
