import { findCommand } from '../../src/core/catalog.ts'
import { type Desk, everywhere } from './desk.ts'
import type { Origin } from './origin.ts'
import { mentionedIn, readTyped } from './readable.ts'

/**
 * Option texts with names in place of what Discord writes for mentions, which only its client reads: where a person
 * is wanted the name alone, as the directory has it.
 */
export async function withNames(
  desk: Desk,
  { user }: Pick<Origin, 'user'>,
  command: string,
  fields: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  // Nearly always there are none.
  if (Object.values(fields).every((typed) => !/<\S/.test(typed))) return fields
  const known = (account: string) =>
    desk.host.nameOf({ platform: 'discord', tenant: everywhere, account }).catch(() => undefined)
  // Who somebody is in the directory is told to nobody who is not in it.
  const told = (await known(user.id)) !== undefined
  const options = findCommand(desk.host.catalog, command)?.command.options ?? {}
  const people = new Map<string, string>()
  for (const id of told ? new Set(Object.values(fields).flatMap(mentionedIn)) : []) {
    const name = await known(id)
    if (name !== undefined) people.set(id, name)
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, typed]) => {
      const read = readTyped(typed, people)
      return [name, options[name]?.kind === 'person' ? read.replace(/^@/, '') : read]
    }),
  )
}
