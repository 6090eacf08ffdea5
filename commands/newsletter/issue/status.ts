import { leftOut } from '../../../db/newsletter/calls/calls.ts'
import { type Contributions, contributions } from '../../../db/newsletter/coverage/contributions.ts'
import { latestEdition } from '../../../db/newsletter/printed/editions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { command } from '../../define.ts'
import { issueOf, monthsOf, period, shortNameOf } from './issue.ts'

export const status = command({
  name: 'status',
  about: 'What has come in for an issue, from whom, what is missing, days left',
  heading: 'Status of the newsletter',
  options: { period },
  access: anyone,
  examples: ['/newsletter status', '/newsletter status 2026-11..2026-12'],
  async run(context, { period: asked }) {
    const { db, now, zone, caller } = context
    const issue = await issueOf(context, asked)
    const all = await contributions(db, issue.id, now)
    const out = await leftOut(db, issue.id)
    const days = Math.ceil((issue.closesAt.getTime() - now.getTime()) / 86_400_000)
    const left = days > 0 ? `${counted(days, 'day')} left` : 'closed for updates'
    // An issue past its closing day is not both open and closed in one line.
    const state = issue.status === 'open' ? left : `${issue.status}${days > 0 ? '' : `, ${left}`}`
    const from = all.entities.filter(({ standing }) => standing > 0)
    const printed = await latestEdition(db, issue.id)
    // What was printed stays, whatever becomes of the updates that it came of.
    const items = printed && counted(itemsOf(storedNewsletter(printed.content)).length, 'item')
    const begins = items
      ? `published with ${items}; as they stand now, `
      : issue.status === 'open' && days > 0
        ? 'open, '
        : ''
    const sent = `${counted(all.proposed + all.accepted, 'update')}${sendersOf(all, from.length)}`
    const own = all.entities.find(({ entity }) => entity === caller.entityAcronym)
    const months = monthsOf(issue)
    const mayPass = issue.status === 'open' && own !== undefined && own.sent === 0 && !own.passed
    return message(
      rich`${shortNameOf(issue)}: ${begins}${sent}${items ? '' : `, ${state}`}.`,
      block.fields([
        ['Closes', rich`${moment(issue.closesAt, zone)}`],
        ['Accepted', String(all.accepted)],
        ['Proposed', String(all.proposed)],
        ['Returned', returnedTo(all)],
        ['From', from.map(({ entity, standing }) => `${entity} (${standing})`).join(', ') || 'no entity yet'],
        [
          'Nothing to report',
          namesOf(all, ({ sent, passed }) => sent === 0 && passed) || 'nobody has said so',
        ],
        ...namedField(all),
        ['Nothing yet from', silent(all, out) || nobodySilent(all)],
        ...(caller.isSecretariat && out.length > 0 ? ([['Left out', out.join(', ')]] as const) : []),
      ]),
      caller.isSecretariat
        ? block.buttons(
            button('Triage', 'newsletter triage', months, 'primary'),
            button('Draft', 'newsletter draft', months),
            button('Coverage', 'newsletter coverage', months),
          )
        : mayPass
          ? block.buttons(
              button('Post an update', 'update post', {}, 'primary'),
              button('Nothing to report', 'newsletter pass', months),
            )
          : undefined,
    )
  },
})

/** `2, of UNODC (1), WHO (1)`; the number alone where no entity has one. */
function returnedTo({ returned, entities }: Contributions): string {
  const names = entities.flatMap(({ entity, sent, standing }) =>
    sent > standing ? [`${entity} (${sent - standing})`] : [],
  )
  return names.length === 0 ? String(returned) : `${returned}, of ${names.join(', ')}`
}

/** Of whom something is awaited still. */
function silent(all: Contributions, out: readonly string[]): string {
  return namesOf(
    all,
    ({ entity, sent, named, passed }) => sent + named === 0 && !passed && !out.includes(entity),
  )
}

function nobodySilent(all: Contributions): string {
  return namedField(all).length > 0 ? 'nobody else' : 'nobody: every entity has answered'
}

function namesOf(
  { entities }: Contributions,
  is: (one: Contributions['entities'][number]) => boolean,
): string {
  return entities
    .filter(is)
    .map(({ entity }) => entity)
    .join(', ')
}

/** Entities that sent nothing themselves and stand in what others sent. */
function namedField(all: Contributions): readonly (readonly [string, string])[] {
  const named = namesOf(all, ({ sent, named, passed }) => sent === 0 && named > 0 && !passed)
  return named === '' ? [] : [['Named by others alone', named]]
}

/** ` from 2 entities and 1 of authors without an entity`; of such authors alone where no entity sent any. */
function sendersOf({ ofNobody }: Contributions, entities: number): string {
  if (ofNobody > 0 && entities === 0) return ', all of authors without an entity'
  return ` from ${counted(entities, 'entity', 'entities')}${ofNobody === 0 ? '' : ` and ${ofNobody} of authors without an entity`}`
}
