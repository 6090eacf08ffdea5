import { UserError } from '../../core/errors.ts'
import type { Readers } from '../../core/language/readValues.ts'

type NameReaders = Omit<Readers, 'file'>

/** More characters than any name or title may have. */
const longest = 400

/** Lets readers look up nothing too long for a name, since the work to find the nearest one grows with it. */
export function withoutLongNames(readers: NameReaders): NameReaders {
  return {
    ...readers,
    entities: (names, among) => ofShort(names, (short) => readers.entities(short, among)),
    groups: (names) => ofShort(names, readers.groups),
    person: (text) => ofName(text, readers.person),
    meeting: (text) => ofName(text, readers.meeting),
    section: (text) => ofName(text, readers.section),
    record: (prefix, text) => ofName(text, (name) => readers.record(prefix, name)),
    issue: async (text, issues) => (text.length > longest ? undefined : readers.issue(text, issues)),
  }
}

async function ofName<T>(text: string, read: (name: string) => Promise<T>): Promise<T> {
  if (text.length > longest) throw tooLong(text)
  return read(text)
}

async function ofShort<T>(
  names: readonly string[],
  read: (names: readonly string[]) => Promise<readonly (() => T)[]>,
): Promise<readonly (() => T)[]> {
  const short = names.filter((name) => name.length <= longest)
  const found = short.length === 0 ? [] : await read(short)
  let at = 0
  return names.map((name) => {
    const take = name.length <= longest ? found[at++] : undefined
    return () => {
      if (take === undefined) throw tooLong(name)
      return take()
    }
  })
}

function tooLong(name: string): UserError {
  return new UserError(
    `That has ${name.length.toLocaleString('en')} characters, and no name is longer than ${longest}.`,
  )
}
