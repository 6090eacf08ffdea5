import { orUserError, UserError } from '../errors.ts'
import { saysNothing } from '../text/nothing.ts'
import { shorten } from '../text/text.ts'
import { sideBySide, splitJoined, splitList } from './list/split.ts'
import { refuseUnread, Unread } from './list/unread.ts'

/** More names than any list of partners has. */
const most = 60

/**
 * The values of names in a list, separated by commas, lines, `/`, `&` or "and", each once; `read` is asked once for all
 * of them. A part with an "and" is first read as one name. Raises `UserError` for one that cannot be read; its choices
 * are the whole list with that one put right.
 */
export async function readList<T extends { readonly id: number }>(
  text: string,
  read: (names: readonly string[]) => Promise<readonly (() => T)[]>,
): Promise<readonly T[]> {
  if (/^nobody$/i.test(text) || (saysNothing(text) && !/^no$/i.test(text))) return acronymAlone(text, read)
  if (/^\+ ?\p{L}/u.test(text))
    throw new UserError(
      `“${shorten(text)}” would be the whole list and no addition to it. Name all that it is to hold, without “+”.`,
      { choices: [{ label: `Only ${shorten(text.slice(1).trim())}`, value: text.slice(1).trim() }] },
    )
  // `@UNODC #IOM`, as chats name somebody.
  const parts = [...new Set(splitList(text.replace(/(?<!\S)[@#](?=\p{L})/gu, '')))].map((part) => ({
    part,
    joined: splitJoined(part),
    apart: sideBySide(part),
  }))
  const count = parts.reduce((sum, { joined }) => sum + Math.max(1, joined.length), 0)
  if (count > most)
    throw new UserError(`That names ${count.toLocaleString('en')}; at most ${most} can be named at once.`)
  const names = [...new Set(parts.flatMap(({ part, joined, apart }) => [part, ...joined, ...apart]))]
  const found = new Map((await read(names)).map((take, index) => [names[index], take]))
  const taken = parts.flatMap((part) => readPart(part, (name) => found.get(name)?.()))
  refuseUnread(
    taken.filter((one) => one instanceof Unread),
    text,
  )
  const values = taken.filter((one): one is Exclude<typeof one, Unread> => !(one instanceof Unread))
  return [...new Map(values.map((value) => [value.id, value])).values()]
}

/** What bears a word such as EMPTY as its acronym; nobody else is meant by a word for nothing. */
async function acronymAlone<T>(
  text: string,
  read: (names: readonly string[]) => Promise<readonly (() => T)[]>,
): Promise<readonly T[]> {
  const [take] = /^\p{Lu}{3,}$/u.test(text) ? await read([text]) : []
  const value = take && orUserError(take)
  return value === undefined || value instanceof UserError ? [] : [value]
}

/** As `readList`; raises `UserError` where it names nothing. `noun` is one of what is named. */
export async function readSome<T extends { readonly id: number }>(
  text: string,
  noun: string,
  read: (names: readonly string[]) => Promise<readonly (() => T)[]>,
): Promise<readonly T[]> {
  const values = await readList(text, read)
  if (values.length > 0) return values
  throw new UserError(`Name at least one ${noun}.`)
}

/**
 * The value of the one name that is wanted. Raises `UserError` for what is none, and where it names several values, with
 * each as a choice: which of them is meant is not ours to say.
 */
export async function readOne<T extends { readonly id: number }>(
  text: string,
  noun: string,
  read: (names: readonly string[]) => Promise<readonly (() => T)[]>,
): Promise<T | undefined> {
  const [take] = await read([text])
  const value = orUserError(() => take?.())
  if (!(value instanceof UserError)) return value
  const names = namesApart(text)
  if (names.length < 2) throw value
  const known = (await read(names)).map((one) => orUserError(one))
  const values = known.flatMap((one) => (one instanceof UserError ? [] : [one]))
  if (values.length < known.length) throw value
  // Parts of one name, as of `Emerging Threats & Critical Infrastructure`.
  const [first, ...others] = values
  if (first && others.every(({ id }) => id === first.id)) return first
  throw new UserError(
    `“${shorten(text)}” names ${names.length}, and only one ${noun} can be given. Which one?`,
    {
      choices: names.map((name) => ({ label: name, value: name })),
    },
  )
}

/** The first names of a list, as they may be offered where one is wanted. */
export function namesApart(text: string): readonly string[] {
  const parts = splitList(text).flatMap((part) => {
    const joined = splitJoined(part)
    return joined.length > 0 ? joined : [part]
  })
  return [...new Set(parts)].slice(0, mostApart)
}

const mostApart = 9

interface ListPart {
  readonly part: string
  readonly joined: readonly string[]
  readonly apart: readonly string[]
}

function readPart<T>(
  { part, joined, apart }: ListPart,
  take: (name: string) => T | undefined,
): readonly (T | Unread)[] {
  const whole = orUserError(() => present(take(part)))
  if (!(whole instanceof UserError)) return whole
  if (joined.length === 0) {
    const each = apart.map((word) => orUserError(() => present(take(word))))
    if (each.length > 0 && each.every((one) => !(one instanceof UserError)))
      return each.flatMap((one) => (one instanceof UserError ? [] : one))
    return [new Unread(part, whole)]
  }
  return joined.flatMap((one): readonly (T | Unread)[] => {
    const value = orUserError(() => present(take(one)))
    return value instanceof UserError ? [new Unread(one, value)] : value
  })
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
