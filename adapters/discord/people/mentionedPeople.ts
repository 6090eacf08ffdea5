import type { Host } from '../../../src/core/adapter.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { everywhere } from '../api/tenant.ts'
import { mentionedIn, type Names, readTyped } from '../inbound/mentions.ts'
import type { Origin } from '../inbound/origin.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Replaces Discord's markup for mentions, which only its client can read, by names; where an option takes a person, by
 * the name in the directory. `shown` holds the names that Discord gives. Raises `UserError` where an option takes a
 * person and the mentioned account is linked to nobody.
 */
export async function withNames(
  { host }: { readonly host: Pick<Host, 'nameOf' | 'catalog'> },
  { user }: Pick<Origin, 'user'>,
  command: string,
  fields: Fields,
  shown: Names = noNames,
): Promise<Fields> {
  // Nearly always there are no mentions.
  if (Object.values(fields).every((typed) => !/<\S/.test(typed))) return fields
  const nameOf = (account: string) =>
    host.nameOf({ platform: 'discord', tenant: everywhere, account }).catch(() => undefined)
  const known = new Map<string, string>()
  // Names from the directory are only for people who are in it.
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
    `${option}: ${who} is not linked to anybody in the directory: they can do that with /profile link. Until then, choose a name from the list.`,
    { option },
  )
}
