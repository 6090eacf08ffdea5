import type { Host } from '../../../src/core/adapter.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { everywhere } from '../api/tenant.ts'
import { mentionedIn, type Names, readTyped } from '../inbound/mentions.ts'
import type { Origin } from '../inbound/origin.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Option texts with names in place of what Discord writes for mentions, which only its client reads; where a person
 * is wanted the name alone, as the directory has it. `shown` is what Discord says that they are called. Raises
 * `UserError` where a person is wanted and the account mentioned is nobody’s.
 */
export async function withNames(
  { host }: { readonly host: Pick<Host, 'nameOf' | 'catalog'> },
  { user }: Pick<Origin, 'user'>,
  command: string,
  fields: Fields,
  shown: Names = noNames,
): Promise<Fields> {
  // Nearly always there are none.
  if (Object.values(fields).every((typed) => !/<\S/.test(typed))) return fields
  const nameOf = (account: string) =>
    host.nameOf({ platform: 'discord', tenant: everywhere, account }).catch(() => undefined)
  const known = new Map<string, string>()
  // Who somebody is in the directory is told to nobody who is not in it.
  const told = (await nameOf(user.id)) !== undefined
  if (told) {
    for (const id of new Set(Object.values(fields).flatMap(mentionedIn))) {
      const name = await nameOf(id)
      if (name !== undefined) known.set(id, name)
    }
  }
  const names = { ...shown, people: new Map([...shown.people, ...known]) }
  const options = findCommand(host.catalog, command)?.command.options ?? {}
  return Object.fromEntries(
    Object.entries(fields).map(([name, typed]) => {
      if (options[name]?.kind !== 'person') return [name, readTyped(typed, names)]
      const [id] = mentionedIn(typed)
      if (told && id !== undefined && !known.has(id)) throw unlinked(name, shown.people.get(id))
      return [name, readTyped(typed, names).replace(/^@/, '')]
    }),
  )
}

const noNames: Names = { people: new Map(), channels: new Map(), roles: new Map() }

function unlinked(option: string, called: string | undefined): UserError {
  const who = called === undefined ? 'That account' : `@${called}`
  return new UserError(
    `${option}: ${who} is linked to nobody in the directory; they type /profile link once. Until then, choose a name from the list.`,
    { option },
  )
}
