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

/** What names a member or a role of a group, or gives it up. */
const orders: ReadonlySet<string> = new Set(['add', 'admit', 'put', 'remove', 'take', 'make', 'appoint', 'name']) // biome-ignore format: a table

const joints: ReadonlySet<string> = new Set(['to', 'in', 'into', 'from', 'of'])

/** Words that stand there and are no group’s acronym. */
const ordinary: ReadonlySet<string> = new Set([
  'agenda', 'list', 'meeting', 'call', 'session', 'group', 'team', 'minutes', 'notes', 'issue', 'newsletter', 'bulletin',
  'calendar', 'library', 'directory', 'draft', 'series', 'poll', 'room', 'board', 'entity', 'them', 'this', 'that', 'here',
  'mine', 'ours', 'text', 'update', 'plan', 'report', 'project', 'place', 'time', 'date', 'order', 'next', 'last',
]) // biome-ignore format: a table

/** `add IOM to etcip`: in an order the last word in small letters may be the acronym of a group; undefined for any other line. */
export function withAcronymAtEnd(text: string): string | undefined {
  const words = text.replace(/[.!]$/, '').split(' ')
  const [last = '', joint = ''] = [words.at(-1), words.at(-2)]
  const isOrder = orders.has((words[0] ?? '').toLowerCase()) && joints.has(joint) && words.length > 3
  if (!isOrder || !/^\p{Ll}[\p{Ll}-]{3,8}$/u.test(last) || ordinary.has(last)) return undefined
  return [...words.slice(0, -1), last.toUpperCase()].join(' ')
}
