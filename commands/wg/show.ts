import { groupCard } from '../../db/directory/groups.ts'
import { believedName } from '../../db/directory/names/believedName.ts'
import { believedTerms } from '../../db/directory/terms/believed.ts'
import type { Db } from '../../db/store/db.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Caller, hasRole, leads } from '../../src/core/feature/caller.ts'
import { type Button, block, button, message, type Rich, rich, titled } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { command, found } from '../define.ts'
import { endOf, recordDays } from '../directory/record/terms.ts'

export const show = command({
  name: 'show',
  about: 'A working group: chairs, members and observers, on any day',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    ...recordDays,
  },
  access: anyone,
  examples: ['/wg show ETCIP', '/wg show ETCIP on:2022-08-15'],
  async run({ db, today, zone, caller }, { wg: ref, on, known }) {
    const day = on ?? known ?? today
    const believed = endOf(known, zone)
    const now = found(await groupCard(db, ref.id, day), 'such working group')
    const card = believed
      ? {
          ...now,
          ...(await believedName(db, { kind: 'group', id: ref.id }, { on: day, known: believed, now: ref })),
          roles: await rolesBelieved(db, ref.id, day, believed),
        }
      : now
    const holders = (role: string) => heldBy(card.roles.filter((one) => one.role === role))
    const chair = holders('chair') || holders('co-chair')
    const closed = card.retired !== null && card.retired <= day ? card.retired : null
    const state = closed
      ? `closed since ${formatDay(closed)}`
      : chair
        ? `chaired by ${chair}`
        : 'no chair on record'
    const fields: [string, Rich | string][] = [['Chair', holders('chair') || 'none on record']]
    if (holders('co-chair')) fields.push(['Co-chairs', holders('co-chair')])
    if (holders('vice-chair')) fields.push(['Vice-chairs', holders('vice-chair')])
    const everybody = card.openToAll ? 'open to every entity' : 'none on record'
    fields.push(
      ['Members', holders('member') || everybody],
      ['Observers', holders('observer') || (card.openToAll ? 'every observer' : 'none on record')],
    )
    if (card.pillar) fields.push(['Pillar', card.pillar])
    if (card.objective !== '') fields.push(['Objective', card.objective])
    if (card.quorum !== null)
      fields.push(['Quorum', counted(card.quorum, 'member entity', 'member entities')])
    fields.push(['Meets', card.rhythm === 'none' ? 'as it decides' : card.rhythm])
    if (card.subjects.length > 0) fields.push(['Deals with', card.subjects.join('; ')])
    return titled(
      `${card.acronym}${card.name === card.acronym ? '' : `: ${card.name}`}${on || known ? `, on ${formatDay(day)}` : ''}`,
      message(
        rich`${card.acronym}${card.name === card.acronym ? '' : `, ${card.name}`}, on ${formatDay(day)}${known ? `, as the record had it on ${formatDay(known)}` : ''}: ${state}.`,
        block.fields(fields),
        block.buttons(...stepsOf(caller, ref.id, card.acronym, closed === null)),
      ),
    )
  },
})

/** The most people of an entity that are named; more are counted. */
const mostNamed = 3

/** Who holds a role, each by entity and name; entities with many people once. */
function heldBy(held: readonly { readonly entity: string; readonly holder: string | null }[]): string {
  return [...Map.groupBy(held, ({ entity }) => entity)]
    .flatMap(([entity, terms]) => {
      const names = terms.flatMap(({ holder }) => holder ?? [])
      return names.length > mostNamed
        ? [`${entity} (${counted(names.length, 'person', 'people')})`]
        : terms.map(({ holder }) => (holder === null ? entity : `${entity} (${holder})`))
    })
    .join(', ')
}

/** What the caller may do next with a group, the likeliest first. */
function stepsOf(caller: Caller, id: number, wg: string, open: boolean): readonly Button[] {
  return [
    button('Meetings', 'meeting list', { wg }),
    ...(open && leads(caller, id)
      ? [{ ...button('Schedule a meeting', 'meeting schedule', { wg }), ask: true }]
      : []),
    ...(hasRole(caller, id) ? [button('Actions', 'meeting action list', { wg })] : []),
    button('History', 'wg history', { wg }),
    button('Rhythm', 'wg cadence', { wg }),
    ...(leads(caller, id) ? [button('Vacant seats', 'directory vacancies', { wg })] : []),
    ...(caller.isSecretariat ? [{ ...button('Edit', 'wg edit', { wg }), ask: true }] : []),
  ]
}

/** The roles as they were believed at a moment, before what was corrected since. */
async function rolesBelieved(db: Db, id: number, on: Day, known: Date) {
  const terms = await believedTerms(db, { subject: 'group', id, on, known })
  return terms
    .flatMap(({ kind, role, entity, holder }) =>
      kind === 'role' && role !== null ? [{ role, entity, holder }] : [],
    )
    .toSorted((one, other) => (one.entity < other.entity ? -1 : 1))
}
