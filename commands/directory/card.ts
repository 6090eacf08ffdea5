import { findEntities } from '../../db/directory/find/entity.ts'
import { findGroup } from '../../db/directory/find/group.ts'
import { namedHolders } from '../../db/directory/find/holders.ts'
import { findPerson } from '../../db/directory/find/person.ts'
import { searchDirectory } from '../../db/directory/find/search.ts'
import { viewerOf } from '../../db/directory/visibility/audience.ts'
import { anyone } from '../../src/core/catalog.ts'
import { orUserError, UserError } from '../../src/core/errors.ts'
import { askToPost, isSentence } from '../../src/core/language/prose.ts'
import { button } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { shorten } from '../../src/core/text/text.ts'
import { readDay } from '../../src/core/time/typedDay.ts'
import { partAsked } from '../../src/directory/find/partAsked.ts'
import { holdsEveryWord, isGuess } from '../../src/directory/find/why.ts'
import { withoutRecord } from '../../src/directory/find/withoutRecord.ts'
import { type Context, command } from '../define.ts'
import { list } from '../meeting/list.ts'
import { show } from '../wg/show.ts'
import { entity } from './entity.ts'
import { find } from './find/find.ts'
import { person } from './person.ts'

type Answered = Awaited<ReturnType<typeof find.run>>

export const card = command({
  name: 'card',
  about: 'The card of a group, an entity or a person; else a search',
  options: {
    name: required(
      option.text({ about: 'An acronym or a name', max: 200, names: ['entity', 'group', 'person'] }),
    ),
  },
  access: anyone,
  examples: ['/directory card ETCIP', '/directory card "UNODC focal point"'],
  async run(context, { name }) {
    const { db, now } = context
    const group = await findGroup(db, name)
    if (group.kind === 'one') return show.run(context, { wg: group.value })
    const [found] = await findEntities(db, [name], now, { past: true })
    if (found?.kind === 'one') return entity.run(context, { entity: found.value })
    const then = await asItStood(context, name)
    if (then) return then
    const several = await eachNamed(context, name)
    if (several) throw several
    const someone = isSentence(name) ? undefined : await personNamed(context, name)
    if (someone) return someone
    const about = await askedAbout(context, name)
    if (about) return about
    const somebody = isSentence(name) ? undefined : await somebodyOf(context, name)
    if (somebody) return somebody
    if (/\s/.test(name.trim())) throw noSuchName(name, found?.kind === 'none' ? found.nearest : null)
    const hits = await searchDirectory(db, { query: name, kinds: ['people', 'entities', 'groups'], limit: 1 })
    const [best] = hits
    if (best && !isGuess(best, name)) return find.run(context, { query: name })
    throw noSuchName(name, null)
  },
})

/** A name before a day, a month or a year: `ETCIP 2022`, `CTED on 1 March 2022`. */
const dated =
  /^(.{2,60}?),? (?:(?:in|on|as of|at|back in|of) )?((?:\d{1,2}(?:st|nd|rd|th)? )?(?:\p{L}{3,9}\.? )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?)\??$/iu

/** The group or the entity as it stood then: at the end of a month or a year. */
async function asItStood(context: Context, typed: string): Promise<Answered | undefined> {
  const { db, now, zone, today } = context
  const [, name, day] = dated.exec(typed) ?? []
  const last = day === undefined ? undefined : orUserError(() => readDay(day, { now, zone }, 'last'))
  if (name === undefined || last === undefined || last instanceof UserError) return undefined
  const on = last > today ? today : last
  const group = await findGroup(db, name)
  if (group.kind === 'one') return show.run(context, { wg: group.value, on })
  const [found] = await findEntities(db, [name], now, { past: true })
  return found?.kind === 'one' ? entity.run(context, { entity: found.value, on }) : undefined
}

/** `UNODC and CTED`: each of them has a card, also where one is misspelt; undefined where a part is no name. */
async function eachNamed({ db, now }: Context, typed: string): Promise<UserError | undefined> {
  const names = typed.split(/,? (?:and|or|et|y) |, ?| [&+] /).filter((name) => name !== '')
  if (names.length < 2 || names.length > 5 || names.some((name) => name.split(' ').length > 4))
    return undefined
  const found = await findEntities(db, names, now, { past: true })
  const cards: string[] = []
  for (const [at, name] of names.entries()) {
    const group = await findGroup(db, name)
    const one = found[at]
    const card =
      group.kind === 'one'
        ? group.value.acronym
        : one?.kind === 'one'
          ? one.value.acronym
          : one?.kind === 'none'
            ? one.nearest
            : undefined
    if (card === undefined || card === null) return undefined
    cards.push(card)
  }
  return new UserError(
    `“${shorten(typed)}” names ${cards.length}, and a card shows one. Which one? To post an update about them, type the whole of it.`,
    { buttons: [...new Set(cards)].map((name) => button(name, 'directory card', { name })) },
  )
}

/** What `etcip members`, `whats etcip` and `etcip meetings` ask for, where the words but for those of asking are a name. */
export async function askedAbout(context: Context, typed: string): Promise<Answered | undefined> {
  const { name, meetings } = partAsked(typed)
  if (name === '' || name === typed) return undefined
  const group = await findGroup(context.db, name)
  if (group.kind === 'one')
    return meetings ? list.run(context, { wg: group.value }) : show.run(context, { wg: group.value })
  const [found] = await findEntities(context.db, [name], context.now, { past: true })
  return found?.kind === 'one' ? entity.run(context, { entity: found.value }) : undefined
}

/** `costa who` and `UNODC Ruiz`: people by a part of their name and their entity, or by the part before a “who”. */
async function somebodyOf(context: Context, typed: string): Promise<Answered | undefined> {
  if (!/^\S+(?: \S+){1,3}$/.test(typed)) return undefined
  const [, name] = /^(.+) who\??$/.exec(typed) ?? []
  for (const query of name === undefined ? [typed] : [`${name} WHO`, name]) {
    const [best] = await searchDirectory(context.db, { query, kinds: ['people'], limit: 1 })
    if (best && holdsEveryWord(best, query)) return find.run(context, { query, in: 'people' })
  }
  return undefined
}

/** The card of the one person of that name; raises `UserError` for somebody whom only a group's card names. */
async function personNamed(context: Context, name: string): Promise<Answered | undefined> {
  const { db, caller, today } = context
  const found = await findPerson(db, name, viewerOf(caller, today))
  if (found.kind === 'one') return person.run(context, { person: found.value })
  if (found.kind === 'several') return find.run(context, { query: name, in: 'people' })
  const refused = withoutRecord(await namedHolders(db, name))
  if (refused) throw refused
  return undefined
}

/** Offers the nearest name; several words are more likely an update than a search, so offers to post them. */
function noSuchName(typed: string, near: string | null): UserError {
  const name = shorten(typed)
  const card = near === null ? [] : [button(near, 'directory card', { name: near })]
  if (isSentence(typed))
    return askToPost([button('Yes: /update post', 'update post', { text: typed }), ...card], typed)
  return new UserError(
    `There is no command “${name}”, and nothing of that name in the directory.${near === null ? '' : ` Did you mean ${near}?`} /help shows what can be said.`,
    { buttons: [...card, button('/help', 'help')] },
  )
}
