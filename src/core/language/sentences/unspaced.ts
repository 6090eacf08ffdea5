import type { Catalog } from '../../catalog.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { onceForEach } from './byFirstWord.ts'
import { wordsOfPattern } from './pattern.ts'

/** The shortest words of sayings in Chinese that stand for themselves in a line. */
const shortest = 3

/** The longest time at the beginning of a line, in signs. */
const longestTime = 16

/** The words of sayings in Chinese, the longest first. */
const wordsIn = onceForEach((catalog: Catalog): readonly string[] => {
  const all = catalog.flatMap(({ sayings = [] }) => sayings.flatMap(([pattern]) => wordsOfPattern(pattern)))
  const own = all.filter((word) => word.length >= shortest && /^\p{Script=Han}+$/u.test(word))
  return [...new Set(own)].sort((one, other) => other.length - one.length)
})

/**
 * A line of Chinese, which sets no blanks, with blanks around the words of a saying and behind the time that follows
 * them, or stands before them: `提醒我明天9点打电话` and `明天9点提醒我打电话` are `提醒我 明天9点 打电话`. Undefined for any other line.
 */
export function withBlanks(catalog: Catalog, text: string): string | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined
  const word = wordsIn(catalog).find((one) => text !== one && text.includes(one))
  if (word === undefined) return undefined
  const at = text.indexOf(word)
  const [before, behind] = [text.slice(0, at).trim(), text.slice(at + word.length).trim()]
  const rest = before === '' ? [withBlankBehindTime(behind)] : [before, behind]
  return [word, ...rest].filter((part) => part !== '').join(' ')
}

function withBlankBehindTime(text: string): string {
  for (let end = Math.min(longestTime, text.length - 1); end > 1; end--)
    if (isMomentForm(text.slice(0, end))) return `${text.slice(0, end)} ${text.slice(end)}`
  return text
}

/** What names a member or a role of a group, gives it up, or changes the group. */
const orders: ReadonlySet<string> = new Set(['add', 'admit', 'put', 'remove', 'take', 'make', 'appoint', 'name', 'rename']) // biome-ignore format: a table

const articles: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'our',
  'all',
  'my',
  'it',
  'this',
  'that',
  'them',
])

const joints: ReadonlySet<string> = new Set(['to', 'in', 'into', 'from', 'of', 'rename'])

/** Whom an entity or a group has: `people ohchr`. */
const listed: ReadonlySet<string> = new Set(['people', 'persons', 'staff', 'contacts', 'colleagues', 'seats', 'members', 'observers', 'focal']) // biome-ignore format: a table

/** What a group or an entity does. */
const deeds: ReadonlySet<string> = new Set(['meets', 'joins', 'leaves'])

/** `what did uvri send` */
const asked = /^(?:what|when) (?:did|has|does) /i

/** Words that stand there and are no group’s acronym. */
const ordinary: ReadonlySet<string> = new Set([
  'the', 'our', 'all', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'now', 'next',
  'agenda', 'list', 'meeting', 'call', 'session', 'group', 'team', 'minutes', 'notes', 'issue', 'bulletin', 'calendar',
  'library', 'draft', 'series', 'poll', 'room', 'board', 'entity', 'them', 'this', 'that', 'here', 'mine', 'ours', 'text',
  'update', 'plan', 'report', 'project', 'place', 'time', 'date', 'order', 'last', 'she', 'her', 'his', 'him', 'who', 'what',
  'everyone', 'nobody', 'it', 'monday', 'tuesday', 'friday', 'top', 'end', 'start',
]) // biome-ignore format: a table

/** `add IOM to etcip as observer`: in an order a word in small letters may be the acronym of a group; undefined for any other line. */
export function withSmallAcronym(text: string): string | undefined {
  const words = text.split(' ')
  // `put the budget in euros`: no member has an article.
  const isThing = words[0] !== 'make' && articles.has((words[1] ?? '').toLowerCase())
  const isOrder = orders.has((words[0] ?? '').toLowerCase()) && words.length > 3 && !isThing
  const last = words.length - 1
  if (listed.has((words[0] ?? '').toLowerCase()) && last > 0 && last < 4 && isSmallName(words[last] ?? ''))
    return words.with(last, (words[last] ?? '').toUpperCase()).join(' ')
  const at = isOrder
    ? words.findIndex(
        (word, index) => joints.has((words[index - 1] ?? '').toLowerCase()) && isSmallName(word),
      )
    : deeds.has(words[1] ?? '') && isSmallName(words[0] ?? '')
      ? 0
      : asked.test(text) && isSmallName(words[2] ?? '')
        ? 2
        : -1
  return at < 0 ? undefined : words.with(at, (words[at] ?? '').toUpperCase()).join(' ')
}

function isSmallName(word: string): boolean {
  const name = word.replace(/[.!]$/, '')
  return /^\p{Ll}[\p{Ll}-]{2,8}$/u.test(name) && !ordinary.has(name)
}

/** `20min` as `20 min`; undefined for any other line. */
export function withUnitApart(text: string): string | undefined {
  const apart = text.replace(/(?<=\d)(?=min(?:s|ute|utes)?(?!\p{L}))/giu, ' ')
  return apart === text ? undefined : apart
}
