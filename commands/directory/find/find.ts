import type { SearchHit } from '../../../db/directory/find/judged.ts'
import { searchDirectory } from '../../../db/directory/find/search.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { type Button, block, bold, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { plainQuestion } from '../../../src/directory/find/plainQuestion.ts'
import { isGuess, whyMatched } from '../../../src/directory/find/why.ts'
import { command } from '../../define.ts'
import { answerRole, membersOf } from './heldRoles.ts'
import { isIn, worldRegion } from './inRegion.ts'
import { inState, stateButtons } from './inState.ts'

const kinds = ['people', 'entities', 'groups'] as const

export const find = command({
  name: 'find',
  about: 'Search people, entities and groups: by name, acronym, role, subject, place or language',
  heading: 'Search',
  options: {
    query: required(
      option.text({
        about: 'A name, an acronym, a role, a subject, a place or a part of one',
        max: 200,
        names: ['entity', 'group', 'person'],
      }),
    ),
    in: option.choice({ about: 'Only one kind', choices: kinds }),
    on: option.day({ about: 'As it stood on this day; today by default' }),
  },
  access: anyone,
  examples: [
    '/directory find CTED',
    '/directory find "wimen" in:entities',
    '/directory find ETCIP vice-chair',
    '/directory find UNODC focal point in:people',
    '/directory find who works on human rights in Asia',
    '/directory find who chaired ETCIP on:2022-08-15',
  ],
  async run(context, { query: typed, in: kind, on }) {
    const { today } = context
    const { query, there } = plainQuestion(typed)
    const role = kind === undefined ? await answerRole(context, query, on) : undefined
    const people =
      role ?? (kind === 'people' || kind === undefined ? await membersOf(context, typed, on) : undefined)
    if (people) return people
    const search = (words: string, among: readonly (typeof kinds)[number][], limit: number) =>
      searchDirectory(context.db, {
        query: words,
        kinds: among,
        limit,
        isGuess: (hit) => isGuess(hit, words),
        ...(on ? { on } : {}),
      })
    // Only people have a duty station.
    const world =
      there === undefined || (kind ?? 'people') !== 'people' ? undefined : worldRegion(there.region)
    if (there !== undefined && world !== undefined) {
      const found = await search(there.query, ['people'], mostLookedThrough)
      const inWorld = found.filter((hit) => isIn(world, hit))
      if (inWorld.length > 0) {
        return answer(inWorld.slice(0, most), { query: there.query, where: ` in ${world}`, on, today })
      }
    }
    // Where nobody is found there, whatever holds the words as typed is shown, else those without the part of the world.
    const among = kind ? [kind] : kinds
    const asTyped = await search(query, among, most)
    const abroad = kind === undefined || kind === 'people' ? await inState(query, asTyped, search) : undefined
    if (abroad) return answer(abroad.hits, { query: abroad.name, where: '', on, today })
    const unlike = world !== undefined && asTyped.every(({ match }) => match === 'near')
    const elsewhere = there !== undefined && unlike ? await search(there.query, among, most) : []
    const [words, hits] =
      there !== undefined && elsewhere.length > 0 ? [there.query, elsewhere] : [query, asTyped]
    const place = world === undefined ? '' : `; nobody whose duty station is known to be in ${world}`
    const where = `${kind ? ` among the ${kind}` : ''}${on ? ` on ${formatDay(on)}` : ''}`
    if (hits.length === 0)
      return message(
        `Nothing found for “${typed}”${where}. /directory list shows every entity, /wg list every working group.`,
        block.buttons(
          button('Entities', 'directory list'),
          button('Working groups', 'wg list'),
          ...stateButtons(query),
        ),
      )
    return answer(hits, { query: words, where: `${where}${place}`, on, today })
  },
})

/** What one answer holds. */
const most = 10

/** How many matches are searched for people of a part of the world. */
const mostLookedThrough = 200

function answer(
  hits: readonly SearchHit[],
  {
    query,
    where,
    on,
    today,
  }: {
    readonly query: string
    readonly where: string
    readonly on: Day | undefined
    readonly today: Day
  },
): Message {
  return message(
    `${hits.length === most ? 'The ten best matches' : counted(hits.length, 'match', 'matches')} for “${query}”${where}:`,
    block.list(
      hits.map(
        (hit) =>
          rich`${bold(hit.label)}${hit.detail ? `, ${hit.detail}` : ''}${goneWords(hit, today)} (${whyMatched(hit, query)})`,
      ),
    ),
    block.buttons(...cardsOf(hits.slice(0, 5), on ? { on } : {}), ...stateButtons(query)),
  )
}

/** The cards of hits; of those that are called alike each says what it is. */
function cardsOf(hits: readonly SearchHit[], when: { readonly on?: Day }): readonly Button[] {
  const cards = hits.map((hit) => cardOf(hit, when))
  return cards.map((card, at) => {
    const kind = hits[at]?.kind ?? 'person'
    const isAlone = cards.every((other) => other === card || other.label !== card.label)
    return isAlone || kind === 'holder' ? card : { ...card, label: `${card.label} (${kind})` }
  })
}

/** `, closed since 23 Nov 2026`; nothing of what is still there. */
function goneWords({ kind, gone }: SearchHit, today: Day): string {
  // A role held under a name alone says its own days.
  if (kind === 'holder' || gone === null || gone > today) return ''
  return `, ${kind === 'group' ? 'closed' : 'retired'} since ${formatDay(gone)}`
}

/** The card as it stood on the day that was asked for. */
function cardOf({ kind, label, handle }: SearchHit, when: { readonly on?: Day }): Button {
  switch (kind) {
    case 'group':
      return button(label, 'wg show', { wg: handle, ...when })
    case 'entity':
      return button(label, 'directory entity', { entity: handle, ...when })
    case 'person':
      return button(label, 'directory person', { person: handle, ...when })
    case 'holder':
      return button(handle, 'directory entity', { entity: handle, ...when })
  }
}
